/**
 * The threads on which packets are handled, one task at a time. Free of Netty, so that what runs on
 * them can be tested without sockets.
 */
@NullMarked
package gameserver.net.logic;

import org.jspecify.annotations.NullMarked;
