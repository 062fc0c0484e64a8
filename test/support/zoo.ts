// SPDX-License-Identifier: Apache-2.0
//
// One of everything that a database can define, for programs that list and dump definitions. Data only.

/** DDL and some rows, all in the schema `zoo`; works on PostgreSQL 15 to 18. */
export const ZOO = `
CREATE SCHEMA zoo;
SET search_path = zoo;
CREATE TYPE mood AS ENUM ('sad', 'ok', 'happy');
CREATE TYPE pair AS (a int, b text);
CREATE TYPE spans AS RANGE (subtype = int4);
CREATE DOMAIN positive AS int CHECK (VALUE > 0);
CREATE SEQUENCE numbers INCREMENT 5 START 7;
CREATE TABLE keepers (id serial PRIMARY KEY, name text NOT NULL DEFAULT 'nobody', mood mood, born date, pay numeric(10,2) CHECK (pay >= 0), doubled int GENERATED ALWAYS AS (1 + 1) STORED, tags text[]);
CREATE TABLE animals (id int GENERATED ALWAYS AS IDENTITY PRIMARY KEY, keeper int REFERENCES keepers (id) ON DELETE CASCADE, facts jsonb, weight positive, photo bytea, UNIQUE (keeper, weight));
CREATE INDEX animals_facts ON animals USING gin (facts);
CREATE INDEX heavy ON animals (weight DESC NULLS LAST) INCLUDE (keeper) WHERE weight > 100;
CREATE TABLE days (day date NOT NULL, visitors int) PARTITION BY RANGE (day);
CREATE TABLE days_2025 PARTITION OF days FOR VALUES FROM ('2025-01-01') TO ('2026-01-01');
CREATE TABLE days_other PARTITION OF days DEFAULT;
CREATE TABLE senior_keepers (since date) INHERITS (keepers);
CREATE UNLOGGED TABLE scratch (x int) WITH (fillfactor = 70);
CREATE VIEW names AS SELECT k.name, count(*) AS animals FROM keepers k JOIN animals a ON a.keeper = k.id GROUP BY k.name;
CREATE MATERIALIZED VIEW totals AS SELECT sum(pay) AS pay FROM keepers WITH NO DATA;
CREATE FUNCTION next_number(step int DEFAULT 1) RETURNS int LANGUAGE sql STABLE AS 'SELECT $1 + 1';
CREATE FUNCTION stamp() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN NEW.name := upper(NEW.name); RETURN NEW; END $$;
CREATE PROCEDURE tidy() LANGUAGE sql AS 'DELETE FROM zoo.scratch';
CREATE AGGREGATE total (int) (sfunc = int4pl, stype = int, initcond = '0');
CREATE OPERATOR === (function = int4pl, leftarg = int, rightarg = int);
CREATE TRIGGER stamp BEFORE INSERT ON senior_keepers FOR EACH ROW EXECUTE FUNCTION stamp();
CREATE RULE no_delete AS ON DELETE TO scratch DO INSTEAD NOTHING;
ALTER TABLE animals ENABLE ROW LEVEL SECURITY;
CREATE POLICY all_of_them ON animals USING (weight > 0);
CREATE STATISTICS correlated ON name, mood FROM keepers;
CREATE TEXT SEARCH DICTIONARY plain (template = simple);
CREATE TEXT SEARCH CONFIGURATION words (copy = simple);
CREATE COLLATION plain_c FROM "C";
CREATE CAST (mood AS int) WITH INOUT AS ASSIGNMENT;
CREATE FOREIGN DATA WRAPPER elsewhere;
CREATE SERVER far FOREIGN DATA WRAPPER elsewhere;
CREATE FOREIGN TABLE far_animals (id int) SERVER far;
CREATE PUBLICATION news FOR TABLE keepers;
COMMENT ON TABLE keepers IS 'who feeds';
COMMENT ON COLUMN keepers.pay IS 'in euro; it''s gross';
GRANT SELECT ON keepers TO PUBLIC;
GRANT SELECT (id), UPDATE (name) ON keepers TO PUBLIC;
ALTER DEFAULT PRIVILEGES IN SCHEMA zoo GRANT SELECT ON TABLES TO PUBLIC;
INSERT INTO keepers (name, mood, born, pay, tags) SELECT 'keeper ' || n, (ARRAY['sad', 'ok', 'happy'])[1 + n % 3]::mood, date '1970-01-01' + n, n * 1.5, ARRAY['a,b', 'c"d', NULL, n::text] FROM generate_series(1, 40) AS n;
INSERT INTO keepers (name) VALUES (E'tab\\there'), (E'line\\nbreak'), (E'back\\\\slash'), (''), ('ünïcödé 🦊'), ('\\N'), ('\\.');
INSERT INTO animals (keeper, facts, weight, photo) SELECT 1 + n % 40, jsonb_build_object('n', n, 'quote', '"', 'list', ARRAY[n, NULL]), n, decode(md5(n::text), 'hex') FROM generate_series(1, 60) AS n;
INSERT INTO days SELECT date '2025-06-01' + n, n FROM generate_series(1, 400) AS n;
INSERT INTO senior_keepers (name, since) VALUES ('old hand', '1999-12-31');
REFRESH MATERIALIZED VIEW totals;
SELECT setval('numbers', 42);
`;
