/** Tests of certificates without a server. */
@NullMarked
package gameserver.net.tls;

import org.jspecify.annotations.NullMarked;
