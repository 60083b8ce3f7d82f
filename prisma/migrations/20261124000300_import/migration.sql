-- A file number as it is compared: people and systems write it with or without hyphens. No two files differ by them.
create function compared_file_number(written text) returns text language sql immutable parallel safe
  as $$ select upper(regexp_replace(written, '[^A-Za-z0-9]', '', 'g')) $$;
create unique index "household_compared_file_number" on "household" (compared_file_number(file_number));

-- What an agency's own files brought: for the owner of the database alone. No role of the web may see it.
create table "import_run" (
  "id" uuid primary key default uuidv7(),
  "file_digest" bytea not null check (length(file_digest) = 32),
  "agency" text not null,
  "made_on" text not null check (is_day(made_on)),
  "covers" text not null,
  "started_at" timestamptz(3) not null default app_now(),
  -- Null: the run was cut short. The same file again goes on where it was.
  "ended_at" timestamptz(3),
  "counts" jsonb not null default '{}'
);

-- Which line a household came from, by the digest of its bytes: the same line again changes nothing.
create table "import_household" (
  "household_id" uuid primary key,
  "run_id" uuid not null,
  "line_digest" bytea not null check (length(line_digest) = 32),
  constraint "import_household_household_id_fkey" foreign key ("household_id") references "household" ("id") on delete cascade on update cascade,
  constraint "import_household_run_id_fkey" foreign key ("run_id") references "import_run" ("id") on delete restrict on update cascade
);
create index "import_household_run_id_idx" on "import_household" ("run_id");

revoke execute on function compared_file_number(text) from public;
-- An agent finds a file of the office by its number.
grant execute on function compared_file_number(text) to quinze_agent, quinze_supervisor;

alter table import_run enable row level security;
alter table import_household enable row level security;
