package gameserver.fuzz;

import com.code_intelligence.jazzer.junit.FuzzTest;
import gameserver.msgpack.MessagePackFormat;
import gameserver.net.packet.BodyFormat;

/** Some clients of a chat. The input is a byte for the options, then {@link SessionSteps}. */
final class ChatServerFuzzTest {
    @FuzzTest
    void binary(byte[] data) {
        ChatUnderFuzz.run(BodyFormat.BINARY, data);
    }

    @FuzzTest
    void messagePack(byte[] data) {
        ChatUnderFuzz.run(MessagePackFormat.MESSAGE_PACK, data);
    }
}
