/**
 * The chat of several servers: rooms, logins, whispers and invitations that reach across them by
 * Redis. {@link gameserver.chat2.shared.Link} says what holds between a server and Redis.
 */
@NullMarked
package gameserver.chat2.shared;

import org.jspecify.annotations.NullMarked;
