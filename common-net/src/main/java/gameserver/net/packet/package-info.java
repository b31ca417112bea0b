/**
 * What is said: packets as immutable records, each in one file with its id and the layout of its
 * body, the catalogue of them, and the formats that a body can have.
 */
@NullMarked
package gameserver.net.packet;

import org.jspecify.annotations.NullMarked;
