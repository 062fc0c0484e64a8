create temp table t as table customers
