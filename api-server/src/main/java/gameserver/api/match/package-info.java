/** Forms tables of users who want to play together. */
@NullMarked
package gameserver.api.match;

import org.jspecify.annotations.NullMarked;
