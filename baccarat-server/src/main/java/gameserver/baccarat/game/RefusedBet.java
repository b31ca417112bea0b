package gameserver.baccarat.game;

/** A bet that is not taken. What was bet before stays. */
public record RefusedBet<P>(Refusal why) implements BetCheck<P> {}
