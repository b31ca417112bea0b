@NullMarked
package gameserver.api.state;

import org.jspecify.annotations.NullMarked;
