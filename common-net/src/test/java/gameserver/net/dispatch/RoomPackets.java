package gameserver.net.dispatch;

import gameserver.net.packet.BodyWriter;
import gameserver.net.packet.CommonPackets;
import gameserver.net.packet.Packet;
import gameserver.net.packet.PacketCatalog;
import gameserver.net.packet.PacketType;

/** Packets of a game that is not there: for rules that the common packets do not reach. */
final class RoomPackets {
    /** A request with a response of its own. */
    record SpeakRequest(short word) implements Packet {
        static final PacketType<SpeakRequest> TYPE =
                PacketType.toServer(
                                9001,
                                "SPEAK_REQ",
                                SpeakRequest.class,
                                in -> new SpeakRequest(in.int16("Word")))
                        .refusedBy(error -> new SpeakResponse((short) error.number()));

        @Override
        public void writeBody(BodyWriter out) {
            out.int16("Word", word);
        }

        @Override
        public PacketType<SpeakRequest> type() {
            return TYPE;
        }
    }

    record SpeakResponse(short result) implements Packet {
        static final PacketType<SpeakResponse> TYPE =
                PacketType.toClient(
                        9002,
                        "SPEAK_RES",
                        SpeakResponse.class,
                        in -> new SpeakResponse(in.int16("Result")));

        @Override
        public void writeBody(BodyWriter out) {
            out.int16("Result", result);
        }

        @Override
        public PacketType<SpeakResponse> type() {
            return TYPE;
        }
    }

    /** A request without a response. */
    record WaveRequest() implements Packet {
        static final PacketType<WaveRequest> TYPE =
                PacketType.toServer(9003, "WAVE_REQ", WaveRequest.class, in -> new WaveRequest());

        @Override
        public void writeBody(BodyWriter out) {}

        @Override
        public PacketType<WaveRequest> type() {
            return TYPE;
        }
    }

    static final PacketCatalog CATALOG =
            CommonPackets.CATALOG.with(SpeakRequest.TYPE, SpeakResponse.TYPE, WaveRequest.TYPE);

    private RoomPackets() {}
}
