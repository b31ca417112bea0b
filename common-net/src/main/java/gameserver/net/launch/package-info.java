/**
 * From a command line to a running server: parses the options, starts, says READY, and stops in
 * good order on a signal.
 */
@NullMarked
package gameserver.net.launch;

import org.jspecify.annotations.NullMarked;
