package gameserver.api;

import gameserver.net.options.HostPort;
import gameserver.net.testing.TestServer;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** Real HTTP to one server. */
final class Http {
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final HostPort server;

    Http(HostPort server) {
        this.server = server;
    }

    Call call(String method, String path) {
        return new Call(method, URI.create("http://" + server + path));
    }

    /** Sends calls so that they meet, and waits for all answers. */
    static List<Answer> together(int count, IntFunction<Call> calls) {
        List<CompletableFuture<Answer>> answers =
                IntStream.range(0, count).mapToObj(calls).toList().stream()
                        .map(Call::sendAsync)
                        .toList();
        return answers.stream().map(CompletableFuture::join).toList();
    }

    /** How many of the answers have this status. */
    static long count(List<Answer> answers, int status) {
        return answers.stream().filter(answer -> answer.status() == status).count();
    }

    /** A call that is put together, for one time. */
    static final class Call {
        private final String method;
        private final HttpRequest.Builder request;
        private BodyPublisher body = BodyPublishers.noBody();

        private Call(String method, URI uri) {
            this.method = method;
            request = HttpRequest.newBuilder(uri).timeout(TestServer.PATIENCE);
        }

        Call bearer(String token) {
            return header("Authorization", "Bearer " + token);
        }

        Call header(String name, String value) {
            request.setHeader(name, value);
            return this;
        }

        Call json(String json) {
            return header("Content-Type", "application/json").body(BodyPublishers.ofString(json));
        }

        Call body(BodyPublisher body) {
            this.body = body;
            return this;
        }

        Answer send() {
            return sendAsync().join();
        }

        CompletableFuture<Answer> sendAsync() {
            return CLIENT.sendAsync(request.method(method, body).build(), BodyHandlers.ofString())
                    .thenApply(Answer::new);
        }
    }
}
