package gameserver.chat2;

import gameserver.chat.User;
import gameserver.chat.packet.InviteAnswerRequest;
import gameserver.chat.packet.InviteRequest;

/** What users ask of invitations. Called on the logic thread that the user's session is on. */
public interface Invitations {
    void onInvite(User inviter, InviteRequest request);

    void onAnswer(User invited, InviteAnswerRequest answer);
}
