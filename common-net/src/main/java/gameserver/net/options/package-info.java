/** The options that every server has, and the forms of their values. */
@NullMarked
package gameserver.net.options;

import org.jspecify.annotations.NullMarked;
