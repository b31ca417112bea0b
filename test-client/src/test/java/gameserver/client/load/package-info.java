@NullMarked
package gameserver.client.load;

import org.jspecify.annotations.NullMarked;
