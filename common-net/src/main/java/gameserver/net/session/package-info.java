/**
 * One connected client: what it is to the application ({@link gameserver.net.session.Session}) and
 * how it lives on a Netty channel, with its limits and its end.
 */
@NullMarked
package gameserver.net.session;

import org.jspecify.annotations.NullMarked;
