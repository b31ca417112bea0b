-- Plain enough for SQLite and PostgreSQL alike.
ALTER TABLE purse ADD COLUMN won     BIGINT NOT NULL DEFAULT 0; -- in all rounds together; negative: lost
ALTER TABLE purse ADD COLUMN changes BIGINT NOT NULL DEFAULT 0; -- of the balance, until now

-- Bets are forgotten from now on, and what was won with them is not.
UPDATE purse SET won = total.won
FROM (SELECT user_id, SUM(returned - staked) AS won FROM bet GROUP BY user_id) AS total
WHERE total.user_id = purse.user_id;

ALTER TABLE bet ADD COLUMN settled_at BIGINT NOT NULL DEFAULT 0; -- seconds since 1970, UTC

-- What was settled long ago is found by this.
CREATE INDEX bet_settled ON bet (settled_at) WHERE settled;
