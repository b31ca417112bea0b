package gameserver.baccarat;

import gameserver.chat.Member;

/**
 * A user at a table, from entering to leaving. Knows the id also when the user has logged out, and
 * a bet is still to be paid.
 */
record Seat(Member member, String userId) {
    /** Of somebody who is logged in. */
    static Seat of(Member member) {
        return new Seat(member, member.occupant().id());
    }
}
