CREATE TABLE bookings (during tstzrange, EXCLUDE USING gist (during WITH &&))
