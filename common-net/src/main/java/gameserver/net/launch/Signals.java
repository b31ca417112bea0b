package gameserver.net.launch;

import java.lang.reflect.Proxy;
import java.util.Map;

/**
 * SIGTERM and SIGINT (Ctrl-C). A shutdown hook would not do: with one the exit code is not ours,
 * and a second signal has no effect.
 */
final class Signals {
    /**
     * Set to true for a server that another program has started for itself. Ctrl-C is a signal to
     * all programs of a terminal, and that one decides what becomes of its server.
     */
    static final String IGNORE_INTERRUPT = "gameserver.ignoreInterrupt";

    private Signals() {}

    /**
     * Runs {@code action} when the process is told to stop, on a thread of the JVM. {@code
     * sun.misc.Signal} is called by reflection, since javac warns of it in a way that can't be
     * switched off.
     */
    static void onStop(Runnable action) {
        try {
            Class<?> signal = Class.forName("sun.misc.Signal");
            Class<?> handler = Class.forName("sun.misc.SignalHandler");
            Runnable onInterrupt = Boolean.getBoolean(IGNORE_INTERRUPT) ? () -> {} : action;
            for (var each : Map.of("TERM", action, "INT", onInterrupt).entrySet()) {
                Object name = signal.getConstructor(String.class).newInstance(each.getKey());
                signal.getMethod("handle", signal, handler)
                        .invoke(null, name, handler(handler, each.getValue()));
            }
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("this Java has no sun.misc.Signal", e);
        }
    }

    private static Object handler(Class<?> type, Runnable action) {
        return Proxy.newProxyInstance(
                Signals.class.getClassLoader(),
                new Class<?>[] {type},
                (self, method, args) -> {
                    action.run();
                    return null;
                });
    }
}
