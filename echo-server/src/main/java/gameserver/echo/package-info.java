/** The smallest server of the suite. */
@NullMarked
package gameserver.echo;

import org.jspecify.annotations.NullMarked;
