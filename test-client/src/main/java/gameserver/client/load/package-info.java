/**
 * Load for a server: many connections that send on schedule or as fast as they are answered, and
 * the latency that they see.
 */
@NullMarked
package gameserver.client.load;

import org.jspecify.annotations.NullMarked;
