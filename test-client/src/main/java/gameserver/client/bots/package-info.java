/** Users that talk by themselves, for company and as the base of a load. */
@NullMarked
package gameserver.client.bots;

import org.jspecify.annotations.NullMarked;
