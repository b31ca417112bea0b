/** What the tests of all servers need: processes to talk to, and something to talk with. */
@NullMarked
package gameserver.testkit;

import org.jspecify.annotations.NullMarked;
