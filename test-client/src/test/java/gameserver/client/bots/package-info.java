@NullMarked
package gameserver.client.bots;

import org.jspecify.annotations.NullMarked;
