package gameserver.client.load;

import gameserver.client.Format;
import gameserver.net.options.HostPort;
import gameserver.net.tls.ClientTls;
import org.jspecify.annotations.Nullable;

/**
 * A server to put the load on.
 *
 * @param tls of the connections; null when they are plain
 * @param format of the bodies that the server reads and writes
 * @param process of the server, if it is on this machine and its CPU time is wanted; else null
 */
record Target(
        HostPort address, @Nullable ClientTls tls, Format format, @Nullable ProcessHandle process) {

    /**
     * A server, and its process by its number if there is one.
     *
     * @param option that the number was given by
     * @throws IllegalArgumentException when nobody can tell the CPU time of that process
     */
    static Target of(
            HostPort address,
            @Nullable ClientTls tls,
            Format format,
            String option,
            @Nullable Long pid) {
        if (pid == null) {
            return new Target(address, tls, format, null);
        }
        ProcessHandle process =
                ProcessHandle.of(pid)
                        .orElseThrow(
                                () -> new IllegalArgumentException(option + ": no process " + pid));
        if (process.info().totalCpuDuration().isEmpty()) {
            throw new IllegalArgumentException(
                    option + ": the system does not tell the CPU time of process " + pid);
        }
        return new Target(address, tls, format, process);
    }
}
