@NullMarked
package gameserver.api.account;

import org.jspecify.annotations.NullMarked;
