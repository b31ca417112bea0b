/** Who the users are and how they prove it: accounts, passwords, tokens. */
@NullMarked
package gameserver.api.account;

import org.jspecify.annotations.NullMarked;
