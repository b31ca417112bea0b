@NullMarked
package gameserver.benchmarks;

import org.jspecify.annotations.NullMarked;
