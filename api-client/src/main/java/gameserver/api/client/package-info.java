/** What others need of the API server: its calls, the registration of a game server, logins. */
@NullMarked
package gameserver.api.client;

import org.jspecify.annotations.NullMarked;
