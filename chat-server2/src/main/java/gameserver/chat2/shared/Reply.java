package gameserver.chat2.shared;

import gameserver.chat.User;
import gameserver.net.packet.ErrorCode;
import gameserver.net.packet.Packet;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;

/**
 * What a script says of a request.
 *
 * @param code 1 for success, or the number of an {@link ErrorCode}
 * @param value what some return besides
 */
record Reply(int code, long value) {
    static final Reply SUCCESS = new Reply(1, 0);
    static final Reply UNAVAILABLE = new Reply(ErrorCode.LOGIN_UNAVAILABLE.number(), 0);

    static Reply of(List<Object> reply) {
        long value = reply.size() > 1 ? (Long) reply.get(1) : 0;
        return new Reply(Math.toIntExact((Long) reply.get(0)), value);
    }

    boolean isSuccess() {
        return code == 1;
    }

    /**
     * Waits for a reply to {@code request}, and refuses it or goes on. When it ends in a failure
     * instead, so does the session. A handler's last step.
     */
    static void await(
            CompletionStage<Reply> reply, User user, Packet request, Consumer<Reply> then) {
        user.session()
                .await(
                        reply,
                        (result, failure) -> {
                            if (result == null) {
                                throw new IllegalStateException(
                                        request.type() + " could not be done", failure);
                            } else if (result.isSuccess()) {
                                then.accept(result);
                            } else {
                                user.refuse(request, result.error());
                            }
                        });
    }

    private ErrorCode error() {
        return ErrorCode.of(code).orElseThrow();
    }
}
