/** The other end of the wire, blocking and simple, for the test client and the tests. */
@NullMarked
package gameserver.net.client;

import org.jspecify.annotations.NullMarked;
