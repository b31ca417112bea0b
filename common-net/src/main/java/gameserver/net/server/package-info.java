/** The bootstrap: transports, threads, the pipeline, the orderly stop. */
@NullMarked
package gameserver.net.server;

import org.jspecify.annotations.NullMarked;
