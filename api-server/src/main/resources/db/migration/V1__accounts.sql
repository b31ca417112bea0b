-- Plain enough for SQLite and PostgreSQL alike.
CREATE TABLE account (
    user_id       VARCHAR(16)  NOT NULL PRIMARY KEY,
    password_hash VARCHAR(200) NOT NULL, -- as $argon2id$...
    created_at    BIGINT       NOT NULL  -- milliseconds since 1970, UTC
);
