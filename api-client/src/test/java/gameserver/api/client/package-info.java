@NullMarked
package gameserver.api.client;

import org.jspecify.annotations.NullMarked;
