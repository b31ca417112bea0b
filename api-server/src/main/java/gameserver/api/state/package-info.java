/**
 * What API servers share and may lose: tokens, counts of failed logins, the game servers that are
 * up. In the memory of this process, or in Redis for any number of API servers.
 */
@NullMarked
package gameserver.api.state;

import org.jspecify.annotations.NullMarked;
