/**
 * The command-line client: the same commands at a prompt and in scripts, and an inspector that
 * shows every packet byte by byte. A new command is one line in {@code Commands}.
 */
@NullMarked
package gameserver.client;

import org.jspecify.annotations.NullMarked;
