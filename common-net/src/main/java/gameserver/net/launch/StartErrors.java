package gameserver.net.launch;

import gameserver.net.server.ServerStartException;
import picocli.CommandLine;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

/** A start that failed: one line when it is the user's to mend, the whole trace when it is ours. */
final class StartErrors implements IExecutionExceptionHandler {
    @Override
    public int handleExecutionException(Exception e, CommandLine command, ParseResult parsed)
            throws Exception {
        if (e instanceof ServerStartException) {
            command.getErr().println(command.getCommandName() + ": " + e.getMessage());
            command.getErr().flush();
            return ExitCode.SOFTWARE;
        }
        throw e;
    }
}
