-- Orders of the shop.
CREATE FUNCTION touch() RETURNS trigger AS $$ BEGIN NEW.at = now(); RETURN NEW; END; $$ LANGUAGE plpgsql;
CREATE TABLE orders (
  number SERIAL PRIMARY KEY,
  id VARCHAR(4) NOT NULL,
  action VARBINARY(16),
  kind BOOLEAN,
  reason TEXT,
  tags VARCHAR(10)
);
ALTER TABLE orders ADD COLUMN price NUMERIC(4, 2);
