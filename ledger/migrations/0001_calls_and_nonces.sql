-- Calls of the platform, one row per idempotency key.
CREATE TABLE koo_calls (
    -- SHA-256 of scope and key.
    digest      bytea PRIMARY KEY CHECK (octet_length(digest) = 32),
    -- Scope and key, for people.
    key         text NOT NULL,
    state       text NOT NULL CHECK (state IN ('claimed', 'pending', 'done')),
    -- Who claimed it last.
    token       bytea NOT NULL,
    -- How many runs began since the last refusal.
    attempt     bigint NOT NULL,
    -- SHA-256 of the request.
    fingerprint bytea NOT NULL CHECK (octet_length(fingerprint) = 32),
    -- The reply as it left, before it was signed. Empty while there is none.
    reply       text NOT NULL,
    -- When a claim or a pending reply ends.
    until       timestamptz NOT NULL,
    changed     timestamptz NOT NULL
);

CREATE INDEX koo_calls_last ON koo_calls ((greatest(changed, until)));

-- Nonces that were seen.
CREATE TABLE koo_nonces (
    -- SHA-256 of scope and nonce.
    digest bytea PRIMARY KEY CHECK (octet_length(digest) = 32),
    ends   timestamptz NOT NULL
);

CREATE INDEX koo_nonces_ends ON koo_nonces (ends);
