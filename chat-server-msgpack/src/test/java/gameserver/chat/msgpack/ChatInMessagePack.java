package gameserver.chat.msgpack;

import gameserver.chat.ChatOnOneThread;
import gameserver.msgpack.MessagePackFormat;
import gameserver.net.packet.BodyFormat;

/** The chat of this module. */
public final class ChatInMessagePack extends ChatOnOneThread {
    /** A service. */
    public ChatInMessagePack() {}

    @Override
    public BodyFormat format() {
        return MessagePackFormat.MESSAGE_PACK;
    }

    @Override
    public String recordedConversation() {
        return "/msgpack-conversation.txt";
    }
}
