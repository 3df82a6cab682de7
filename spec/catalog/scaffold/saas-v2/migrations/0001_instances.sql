-- Subscriptions of buyers, one row for each instance.
CREATE TABLE instances (
    id       text PRIMARY KEY,
    -- Tells the purchase from others.
    purchase text NOT NULL UNIQUE,
    state    text NOT NULL CHECK (state IN ('running', 'frozen', 'released')),
    -- Price level, specification and number of units, where they are known.
    product  text,
    sku      text,
    quantity bigint,
    -- End of the period that is paid, in UTC as KooGallery writes it.
    expires  text,
    -- Grows with every change.
    version  bigint NOT NULL
);
