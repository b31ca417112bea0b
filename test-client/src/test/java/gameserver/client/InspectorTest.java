package gameserver.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gameserver.chat.packet.ChatPackets;
import gameserver.net.client.Frame;
import gameserver.net.client.Frame.Direction;
import gameserver.net.codec.PacketDecoder;
import gameserver.net.packet.BodyFormat;
import gameserver.net.packet.Bytes;
import gameserver.net.packet.Received;
import io.netty.buffer.Unpooled;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class InspectorTest {
    private static final Instant AT = Instant.parse("2026-01-02T15:04:05.123Z");

    @Test
    void showsWhatEachPartOfTheHeaderMeansAndTheTextOfTheBody() {
        assertEquals(
                """
                15:04:05.123 --> ECHO  sent, 11 bytes: header 5 + body 6
                    header        0b 00                65 00                00
                                  size 11 (0x000b)     id 101 (0x0065)      type 0 (normal)
                    body          ec 95 88 eb 85 95
                    payload       "안녕\"""",
                show(Direction.SENT, "0b00 6500 00 ec9588eb8595"));
    }

    @Test
    void numbersTheLinesOfALongBody() {
        assertEquals(
                """
                15:04:05.123 <-- ECHO  received, 25 bytes: header 5 + body 20
                    header        19 00                65 00                00
                                  size 25 (0x0019)     id 101 (0x0065)      type 0 (normal)
                    body          +0    61 62 63 64 65 66 67 68  69 6a 6b 6c 6d 6e 6f 70
                                  +16   71 72 73 74
                    payload       "abcdefghijklmnopqrst\"""",
                show(
                        Direction.RECEIVED,
                        "1900 6500 00 6162636465666768 696a6b6c6d6e6f70 71727374"));
    }

    @Test
    void showsAnEmptyBody() {
        assertEquals(
                """
                15:04:05.123 --> PING_REQ  sent, 5 bytes: header 5 + body 0
                    header        05 00                c9 00                00
                                  size 5 (0x0005)      id 201 (0x00c9)      type 0 (normal)
                    body          none
                    number        none""",
                show(Direction.SENT, "0500 c900 00"));
    }

    @Test
    void namesAnErrorCode() {
        assertEquals(
                """
                15:04:05.123 <-- ERROR_NTF  received, 7 bytes: header 5 + body 2
                    header        07 00                cb 00                00
                                  size 7 (0x0007)      id 203 (0x00cb)      type 0 (normal)
                    body          35 00
                    code          53 UNKNOWN_PACKET_ID""",
                show(Direction.RECEIVED, "0700 cb00 00 3500"));
    }

    @Test
    void showsAResultByNumberAndName() {
        String shown = show(Direction.RECEIVED, "0700 be02 00 6f00");

        assertTrue(shown.endsWith("    result        111 LOGIN_DUPLICATE"), shown);
    }

    @Test
    void showsAListOnOneLine() {
        String shown =
                show(
                        Direction.RECEIVED,
                        "1d00 d302 00 02 0100000000000000 02 6162 0700000000000000 03 ec9588");

        assertTrue(shown.endsWith("    users         1:\"ab\",7:\"안\""), shown);
    }

    @Test
    void saysWhyAPacketCannotBeDecoded() {
        assertEquals(
                """
                15:04:05.123 <-- ERROR_NTF?  received, 6 bytes: header 5 + body 1
                    header        06 00                cb 00                00
                                  size 6 (0x0006)      id 203 (0x00cb)      type 0 (normal)
                    body          35
                    problem       ERROR_NTF(203): ErrorCode needs 2 bytes, 1 are left (PACKET_DECODING_FAIL)""",
                show(Direction.RECEIVED, "0600 cb00 00 35"));
    }

    @Test
    void showsTheBitsOfThePacketType() {
        assertEquals(
                """
                15:04:05.123 --> unknown packet  sent, 5 bytes: header 5 + body 0
                    header        05 00                65 00                02
                                  size 5 (0x0005)      id 101 (0x0065)      type 2 (encrypted)
                    body          none
                    problem       packet type 2 (UNSUPPORTED_PACKET_TYPE)""",
                show(Direction.SENT, "0500 6500 02"));
    }

    @Test
    void showsRawBytesThatAreNoPacket() {
        assertEquals(
                """
                15:04:05.123 --> raw  sent, 3 bytes: not exactly one packet
                    bytes         ff 00 01""",
                new Inspector(Style.PLAIN, ZoneOffset.UTC)
                        .show(frame(Direction.SENT, "ff0001", null)));
    }

    @Test
    void showsBytesThatAreNoTextInHex() {
        String shown = show(Direction.SENT, "0700 6500 00 ff00");

        assertTrue(shown.endsWith("    payload       0xff00"), shown);
    }

    @Test
    void leavesNothingToObeyForTheTerminal() {
        String shown = show(Direction.RECEIVED, "0a00 6500 00 1b5b324a0a");

        assertTrue(shown.endsWith("    payload       \"\\u{1b}[2J\\u{a}\""), shown);
    }

    @Test
    void cutsABodyThatNobodyWouldRead() {
        String shown = show(Direction.RECEIVED, "6504 6500 00" + "00".repeat(0x460));

        assertTrue(shown.contains("                  ... 96 bytes more\n"), shown);
    }

    @Test
    void coloursNothingButTheText() {
        Frame frame = decoded(Direction.SENT, "0700 6500 00 6869");
        String plain = new Inspector(Style.PLAIN, ZoneOffset.UTC).show(frame);
        String coloured = new Inspector(Style.COLOURED, ZoneOffset.UTC).show(frame);

        assertFalse(plain.contains("\033"));
        assertEquals(plain, coloured.replaceAll("\033\\[[0-9;]*m", ""));
        assertTrue(coloured.contains("\033[36m07 00\033[0m"), coloured);
    }

    private static String show(Direction direction, String hex) {
        return new Inspector(Style.PLAIN, ZoneOffset.UTC).show(decoded(direction, hex));
    }

    private static Frame decoded(Direction direction, String hex) {
        var catalog =
                direction == Direction.SENT
                        ? ChatPackets.CATALOG.toServer()
                        : ChatPackets.CATALOG.toClient();
        Received packet =
                new PacketDecoder(catalog, BodyFormat.BINARY)
                        .decode(Unpooled.wrappedBuffer(bytes(hex)));
        return frame(direction, hex, packet);
    }

    private static Frame frame(Direction direction, String hex, @Nullable Received packet) {
        return new Frame(direction, AT, Bytes.of(bytes(hex)), packet);
    }

    private static byte[] bytes(String hex) {
        return HexFormat.of().parseHex(hex.replace(" ", ""));
    }
}
