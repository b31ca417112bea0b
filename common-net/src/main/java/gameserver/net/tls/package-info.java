/**
 * Who a server is, by a certificate and its key in files, and how clients and servers agree on TLS.
 * Knows neither packets nor sessions.
 */
@NullMarked
package gameserver.net.tls;

import org.jspecify.annotations.NullMarked;
