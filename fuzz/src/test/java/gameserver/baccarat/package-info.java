/** What a fuzz target needs of package-private classes of this package. */
@NullMarked
package gameserver.baccarat;

import org.jspecify.annotations.NullMarked;
