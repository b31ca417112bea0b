package gameserver.chat2;

import gameserver.chat.User;
import gameserver.chat.packet.RoomChatRequest;
import gameserver.chat.packet.RoomEnterRequest;
import gameserver.chat.packet.RoomLeaveRequest;
import gameserver.chat.packet.RoomRelayRequest;

/** What users ask of rooms. Called on the logic thread that the user's session is on. */
public interface Rooms {
    /** How many have users of this server. Any thread. */
    int inUse();

    void onEnter(User user, RoomEnterRequest request);

    void onLeave(User user, RoomLeaveRequest request);

    void onChat(User user, RoomChatRequest request);

    void onRelay(User user, RoomRelayRequest request);
}
