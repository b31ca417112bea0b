package gameserver.net.server;

import gameserver.net.dispatch.PacketHandlers;
import gameserver.net.packet.BodyFormat;
import gameserver.net.session.SessionListener;
import gameserver.net.session.SessionState;

/**
 * What a server adds to common-net: how it handles packets, and what it does when clients come and
 * go.
 *
 * @param initialState of a new session: {@code LOGGED_IN} for a server without a login, whose
 *     clients then have no login timeout either
 * @param <C> what the application keeps of a session
 */
public record Application<C>(
        PacketHandlers<C> handlers,
        SessionListener<C> listener,
        SessionState initialState,
        BodyFormat format) {}
