/** Baccarat tables in the rooms of a chat: options, logins, tables and what is said at them. */
@NullMarked
package gameserver.baccarat;

import org.jspecify.annotations.NullMarked;
