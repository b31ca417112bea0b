package gameserver.baccarat.chips;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import gameserver.api.client.ApiHttp;
import gameserver.api.client.ApiResponse;
import gameserver.api.client.GameServerApi;
import gameserver.wallet.Balance;
import gameserver.wallet.Hold;
import gameserver.wallet.Settlement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;

/** The chips of all servers, which the API server keeps. Any thread. */
public final class ApiWallet implements Wallet {
    private static final String PATH = "/v1/internal/wallet/";

    private final GameServerApi api;
    private final long initialBalance;

    /** Asks {@code api}, which grants {@code initialBalance} to who has never been here. */
    public ApiWallet(GameServerApi api, long initialBalance) {
        this.api = api;
        this.initialBalance = initialBalance;
    }

    @Override
    public CompletionStage<Balance> open(String userId) {
        ObjectNode body =
                ApiHttp.body().put("userId", userId).put("initialBalance", initialBalance);
        return ask("open", body, ApiWallet::balance);
    }

    @Override
    public CompletionStage<Hold.Answer> hold(Hold hold) {
        ObjectNode body =
                ApiHttp.body()
                        .put("key", hold.key())
                        .put("version", hold.version())
                        .put("userId", hold.userId())
                        .put("amount", hold.amount())
                        .put("run", hold.run());
        return ask(
                "hold",
                body,
                answer ->
                        new Hold.Answer(
                                outcome(answer.required("outcome").textValue()), balance(answer)));
    }

    private static Hold.Outcome outcome(String name) {
        return Hold.Outcome.valueOf(name.toUpperCase(Locale.ROOT));
    }

    @Override
    public CompletionStage<List<Settlement.Answer>> settle(List<Settlement> settlements) {
        ObjectNode body = ApiHttp.body();
        ArrayNode bets = body.putArray("bets");
        for (Settlement settlement : settlements) {
            bets.addObject()
                    .put("key", settlement.key())
                    .put("userId", settlement.userId())
                    .put("stake", settlement.stake())
                    .put("returned", settlement.returned());
        }
        return ask("settle", body, answer -> answers(answer.required("bets")));
    }

    private static List<Settlement.Answer> answers(JsonNode bets) {
        List<Settlement.Answer> answers = new ArrayList<>();
        for (JsonNode bet : bets) {
            answers.add(
                    new Settlement.Answer(
                            bet.required("key").textValue(),
                            bet.required("stake").longValue(),
                            bet.required("returned").longValue(),
                            balance(bet)));
        }
        return answers;
    }

    private static Balance balance(JsonNode answer) {
        return new Balance(
                answer.required("balance").longValue(), answer.required("changes").longValue());
    }

    /** An answer that is not one is a failure, as none is. */
    private <T> CompletionStage<T> ask(String call, ObjectNode body, Function<JsonNode, T> reader) {
        return api.http().post(PATH + call, body).thenApply(answer -> read(answer, reader));
    }

    private static <T> T read(ApiResponse answer, Function<JsonNode, T> reader) {
        if (!answer.isSuccess()) {
            throw new IllegalStateException(
                    "the API server says " + answer.status() + " " + answer.detail());
        }
        return reader.apply(answer.body());
    }

    @Override
    public String run() {
        return api.run();
    }
}
