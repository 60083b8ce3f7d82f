-- How the service is: a row each minute, committed by the worker once it has tried a whole filing and taken it back. A
-- minute without a row is a minute the service was away: nobody has to be there to say so.
create table "service_heartbeat" (
  "id" uuid primary key default uuidv7(),
  -- The time of the product, which a demo may move, and that of the machine, which nobody moves: how long it was away is
  -- told by the second.
  "at" timestamptz(3) not null default app_now(),
  "beat_at" timestamptz(3) not null default clock_timestamp(),
  "files" boolean not null,
  "signs_in" boolean not null
);
create index "service_heartbeat_beat_at_idx" on "service_heartbeat" ("beat_at");

-- What was away, once it is over. Told to everyone, and kept: a limit may have moved for it.
create table "service_interruption" (
  "id" uuid primary key default uuidv7(),
  "kind" text not null check (kind in ('portal', 'signIn')),
  "from_at" timestamptz(3) not null,
  "until_at" timestamptz(3) not null,
  constraint "service_interruption_ends_after_it_begins" check (until_at > from_at)
);
create unique index "service_interruption_kind_from_at_key" on "service_interruption" ("kind", "from_at");

alter table service_heartbeat enable row level security;
alter table service_interruption enable row level security;
grant select, insert (files, signs_in), delete on service_heartbeat to quinze_worker;
create policy "worker keeps heartbeats" on service_heartbeat for all to quinze_worker using (true) with check (true);
grant select, insert (kind, from_at, until_at) on service_interruption to quinze_worker;
create policy "worker reads interruptions" on service_interruption for select to quinze_worker using (true);
create policy "worker notes interruptions" on service_interruption for insert to quinze_worker with check (true);
grant select on service_interruption to quinze_anonymous;
create policy "anonymous reads interruptions" on service_interruption for select to quinze_anonymous using (true);

-- The limit everyone has after an interruption: of all that a worker may write, the only one about a limit.
grant insert (scope, month, new_instant, reason_fr, reason_en) on filing_extension to quinze_worker;
create policy "worker extends for everyone" on filing_extension for insert to quinze_worker
  with check (scope = 'everyone' and decided_by is null);
create unique index "filing_extension_by_itself" on "filing_extension" ("month", "new_instant")
  where scope = 'everyone' and decided_by is null;

-- A household for one try of a filing. It never outlives its transaction: whoever would commit it is refused.
create function refuse_probe() returns trigger language plpgsql set search_path = public, pg_temp as $$
begin
  raise exception 'The household of a try is never kept';
end $$;
create constraint trigger "probe_is_never_kept" after insert on "household" deferrable initially deferred
  for each row when (new.file_number = 'PROBE') execute function refuse_probe();

create function set_up_probe() returns table (person_id uuid, household_id uuid)
  language plpgsql volatile security definer set search_path = public, pg_temp
as $$
declare
  someone uuid := uuidv7();
  home uuid := uuidv7();
  day text := to_char(app_now() at time zone 'America/Toronto', 'YYYY-MM-DD');
begin
  insert into person (id, given_name, family_name, birth_date) values (someone, 'Essai', 'Quinze', '1980-01-01');
  insert into household (id, file_number, office_id)
    select home, 'PROBE', id from office where kind = 'office' order by code limit 1;
  insert into household_member (household_id, person_id, role, from_day)
    values (home, someone, 'adult', left(day, 7) || '-01');
  insert into household_situation (household_id, from_month, programme, on_assistance_since)
    values (home, left(day, 7), 'socialAssistance', left(day, 7));
  return query select someone, home;
end $$;
revoke execute on function set_up_probe() from public;
grant execute on function set_up_probe() to quinze_worker;
