package gameserver.baccarat.game;

/** What a table says to a bet: either a {@link PendingBet} or a {@link RefusedBet}. */
public sealed interface BetCheck<P> permits PendingBet, RefusedBet {}
