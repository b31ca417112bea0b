@NullMarked
package gameserver.client;

import org.jspecify.annotations.NullMarked;
