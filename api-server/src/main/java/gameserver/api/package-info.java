/**
 * The HTTP API: who may call what, the JSON of calls and answers, limits. Accounts and tokens are
 * in {@code account}, what API servers share is in {@code state}.
 */
@NullMarked
package gameserver.api;

import org.jspecify.annotations.NullMarked;
