package gameserver.chat.packet;

import gameserver.net.packet.BodyReader;
import gameserver.net.packet.BodyWriter;
import gameserver.net.packet.Bytes;
import gameserver.net.packet.Packet;
import gameserver.net.packet.PacketType;
import gameserver.net.packet.Result;

/**
 * Tells who the client is. Comes once in a session, before everything else.
 *
 * @param userId as it came; whether it is an id is for the server to say
 * @param password any bytes
 */
public record LoginRequest(Bytes userId, Bytes password) implements Packet {
    public static final PacketType<LoginRequest> TYPE =
            PacketType.toServer(701, "LOGIN_REQ", LoginRequest.class, LoginRequest::read)
                    .refusedBy(error -> new LoginResponse(Result.of(error)));

    /** Of each field. Shorter values are filled up with NUL. */
    public static final int SIZE = 16;

    public static LoginRequest of(String userId, String password) {
        return new LoginRequest(Bytes.utf8(userId), Bytes.utf8(password));
    }

    private static LoginRequest read(BodyReader in) {
        return new LoginRequest(in.padded("UserID", SIZE), in.padded("UserPW", SIZE));
    }

    @Override
    public void writeBody(BodyWriter out) {
        out.padded("UserID", SIZE, userId);
        out.padded("UserPW", SIZE, password);
    }

    @Override
    public PacketType<LoginRequest> type() {
        return TYPE;
    }
}
