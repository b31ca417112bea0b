package gameserver.net.launch;

import java.lang.reflect.Proxy;

/**
 * SIGTERM and SIGINT (Ctrl-C). A shutdown hook would not do: with one the exit code is not ours,
 * and a second signal has no effect.
 */
final class Signals {
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
            Object proxy =
                    Proxy.newProxyInstance(
                            Signals.class.getClassLoader(),
                            new Class<?>[] {handler},
                            (self, method, args) -> {
                                action.run();
                                return null;
                            });
            for (String name : new String[] {"TERM", "INT"}) {
                signal.getMethod("handle", signal, handler)
                        .invoke(null, signal.getConstructor(String.class).newInstance(name), proxy);
            }
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("this Java has no sun.misc.Signal", e);
        }
    }
}
