/**
 * The wire: cuts the byte stream into frames and frames into packets. Knows bytes and packets, but
 * neither sessions nor threads.
 */
@NullMarked
package gameserver.net.codec;

import org.jspecify.annotations.NullMarked;
