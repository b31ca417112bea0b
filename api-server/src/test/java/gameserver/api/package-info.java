/** Tests of the API over HTTP, and what they share. */
@NullMarked
package gameserver.api;

import org.jspecify.annotations.NullMarked;
