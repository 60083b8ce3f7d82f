-- The roles of the database server, made once per server by setup, or by its administrator:
--   psql -v ON_ERROR_STOP=1 -f prisma/roles.sql
--   then: ALTER ROLE quinze_web PASSWORD '…'  (the password of DATABASE_URL)
-- Running it again changes nothing. The migrations grant to these roles what each may see and do.
-- The owner of the database (DATABASE_OWNER_URL) needs no right over them.
DO $$
DECLARE
  viewer text;
BEGIN
  -- The web signs in as quinze_web. It owns nothing and inherits nothing: each transaction takes one viewer's role.
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'quinze_web') THEN
    CREATE ROLE quinze_web LOGIN NOINHERIT NOSUPERUSER NOCREATEDB NOCREATEROLE NOBYPASSRLS NOREPLICATION;
  END IF;
  FOREACH viewer IN ARRAY ARRAY['anonymous', 'applicant', 'citizen', 'representative', 'assistant', 'caller', 'agent', 'contact', 'supervisor', 'auditor', 'worker', 'auth']
  LOOP
    IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'quinze_' || viewer) THEN
      EXECUTE format('CREATE ROLE %I NOLOGIN NOINHERIT', 'quinze_' || viewer);
    END IF;
    IF NOT EXISTS (
      SELECT FROM pg_auth_members
      WHERE roleid = ('quinze_' || viewer)::regrole AND member = 'quinze_web'::regrole
        AND set_option AND NOT inherit_option
    ) THEN
      EXECUTE format('GRANT %I TO quinze_web WITH INHERIT FALSE, SET TRUE', 'quinze_' || viewer);
    END IF;
  END LOOP;
END
$$;
