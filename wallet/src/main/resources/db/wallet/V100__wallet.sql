-- Plain enough for SQLite and PostgreSQL alike.
CREATE TABLE IF NOT EXISTS purse (
    user_id VARCHAR(16) NOT NULL PRIMARY KEY,
    balance BIGINT      NOT NULL CHECK (balance >= 0),
    granted BIGINT      NOT NULL -- what was in it at the start
);

-- What a user has bet in a round: first held, then settled.
CREATE TABLE IF NOT EXISTS bet (
    bet_key  VARCHAR(200) NOT NULL PRIMARY KEY,
    user_id  VARCHAR(16)  NOT NULL,
    run_id   VARCHAR(64)  NOT NULL, -- of the game server
    version  BIGINT       NOT NULL,
    held     BIGINT       NOT NULL CHECK (held >= 0),
    settled  BOOLEAN      NOT NULL,
    staked   BIGINT       NOT NULL, -- what counted of it, once it is settled
    returned BIGINT       NOT NULL
);

-- What has to go back when a game server is gone is found by this, however many bets there were.
CREATE INDEX IF NOT EXISTS bet_held ON bet (run_id) WHERE held > 0;
