@NullMarked
package gameserver.api.match;

import org.jspecify.annotations.NullMarked;
