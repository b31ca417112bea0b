/** What is done to the servers with bytes that a fuzzer makes up. docs/fuzzing.md tells of it. */
@NullMarked
package gameserver.fuzz;

import org.jspecify.annotations.NullMarked;
