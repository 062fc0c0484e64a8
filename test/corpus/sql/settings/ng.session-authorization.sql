set session authorization postgres
