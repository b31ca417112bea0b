package gameserver.api;

import gameserver.api.account.HashCost;
import gameserver.net.launch.RunningServer;
import gameserver.net.launch.ServerCommand;
import gameserver.net.options.LogLevel;
import java.time.InstantSource;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** The server that a user meets first: it knows the accounts and sends users to game servers. */
@Command(
        name = "api-server",
        description = "Accounts, login tokens and the registry of game servers, over HTTP.")
public final class ApiServer extends ServerCommand {
    @Mixin private ApiOptions options = new ApiOptions();

    public static void main(String[] args) {
        run(new ApiServer(), args);
    }

    @Override
    protected void checkAllOptions() {
        options.check();
    }

    @Override
    protected LogLevel logLevel() {
        return options.logLevel();
    }

    @Override
    protected RunningServer startServer() {
        return Api.start(options, InstantSource.system(), HashCost.USUAL);
    }
}
