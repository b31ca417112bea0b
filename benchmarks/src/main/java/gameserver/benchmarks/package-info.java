/**
 * What the hot pieces cost, in time and in allocated bytes, each on its own. {@link
 * gameserver.benchmarks.Benchmarks} runs them.
 */
@NullMarked
package gameserver.benchmarks;

import org.jspecify.annotations.NullMarked;
