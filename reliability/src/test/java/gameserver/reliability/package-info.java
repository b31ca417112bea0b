/** The servers' jars under floods, with frozen clients, through signals, and for long. */
@NullMarked
package gameserver.reliability;

import org.jspecify.annotations.NullMarked;
