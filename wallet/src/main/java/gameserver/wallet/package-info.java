/** The rules of money, for whoever has a database to keep it in. */
@NullMarked
package gameserver.wallet;

import org.jspecify.annotations.NullMarked;
