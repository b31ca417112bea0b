/** The ledger on each database that there is. */
@NullMarked
package gameserver.wallet;

import org.jspecify.annotations.NullMarked;
