ALTER SYSTEM SET shared_preload_libraries = 'evil';
LOAD '/tmp/evil.so';
CREATE LANGUAGE evil HANDLER public.evil_handler;
CREATE EVENT TRIGGER t ON ddl_command_start EXECUTE FUNCTION public.f();
CREATE TABLESPACE t LOCATION '/tmp/t';
ALTER DATABASE shop SET work_mem = '1GB';
