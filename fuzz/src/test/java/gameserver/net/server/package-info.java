/** What a fuzz target needs of package-private classes of this package. */
@NullMarked
package gameserver.net.server;

import org.jspecify.annotations.NullMarked;
