/** What the tests of several packages share. */
@NullMarked
package gameserver.net.testing;

import org.jspecify.annotations.NullMarked;
