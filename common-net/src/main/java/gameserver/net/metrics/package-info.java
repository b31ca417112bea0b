/** What an operator sees: counters, and the HTTP endpoint that shows them. */
@NullMarked
package gameserver.net.metrics;

import org.jspecify.annotations.NullMarked;
