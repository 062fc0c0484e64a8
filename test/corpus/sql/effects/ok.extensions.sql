--! policy generous
--! catalog yes
--! changes yes
--! gives T(count) D(1) C(SELECT 1) Z(I)
create extension citext; create extension hstore; create extension pg_trgm; create extension "uuid-ossp"; create extension unaccent
--next
create table scratch.mail (id uuid default public.uuid_generate_v4(), address citext, more hstore default hstore('a', 'b'))
--next
insert into scratch.mail (address) values ('Zelda')
--next
select count(*) from scratch.mail where address = 'ZELDA' and address <> 'x' and more -> 'a' = 'b' and unaccent('é') = 'e' and similarity('word', 'words') > 0.1 and 'word' % 'words'
