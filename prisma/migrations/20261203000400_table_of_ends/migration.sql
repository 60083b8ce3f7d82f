-- What the machine erases stands in one table, a row a kind: another kind is another row. How long each is kept is the
-- law's part (`domain/retention/schedule.ts`), given as a moment each time.
create table "erasable" (
  "kind" text primary key,
  "of_table" text not null,
  "key_column" text not null default 'id',
  -- Of a row x, whether it is past the moment $1.
  "is_past" text not null,
  -- The file that goes with its row.
  "file_column" text
);
alter table erasable enable row level security;

insert into erasable (kind, of_table, key_column, is_past, file_column) values
  ('lateForm', 'parked_submission', 'id', 'x.parked_at <= $1', null),
  ('lateApplicationForm', 'application_parked', 'id', 'x.parked_at <= $1', null),
  ('oneTimeCode', 'auth."one_time_code"', 'id', 'x.expires_at <= $1', null),
  ('attempt', 'auth."attempt"', 'key', 'greatest(x.failed_at, x.known_at) <= $1', null),
  ('dataFile', 'export', 'id', 'x.asked_at <= $1', null),
  ('phoneCall', 'phone_call', 'id', 'x.changed_at <= $1', null),
  ('unfinishedFile', 'upload', 'id', 'x.updated_at <= $1', 'storage_key'),
  -- Tries of the service go by the clock of the machine, which no demo moves.
  ('serviceTrial', 'service_heartbeat', 'id', 'x.beat_at <= $1 - (app_now() - clock_timestamp())', null),
  ('sentMessage', 'outbox', 'id', 'x.sent_at <= $1', null),
  ('session', 'auth."session"', 'id', 'coalesce(x.ended_at, x.ends_at) <= $1', null),
  ('statementDraft', 'statement_draft', 'id', 'x.updated_at <= $1', null),
  ('unsentApplication', 'application', 'id', 'x.sent_at is null and x.started_at <= $1
     and not exists (select from application_draft d where d.application_id = x.id and d.updated_at > $1)', null);

-- How much of each kind is older than it is kept; counts stop at ten thousand, and nothing is erased here.
create or replace function retention_counts(older jsonb) returns table (kind text, count bigint)
  language plpgsql stable security definer set search_path = public, pg_temp
as $$
declare
  one erasable;
begin
  for one in select * from erasable e where older ? e.kind loop
    kind := one.kind;
    execute format('select count(*) from (select from %s x where %s limit 10000) c', one.of_table, one.is_past)
      into count using (older ->> one.kind)::timestamptz;
    return next;
  end loop;
end $$;

-- Erases some of a kind, and notes it. Gives how many rows went, and the files that are nobody's any more.
create or replace function erase_past(wanted text, until timestamptz, most integer)
  returns table (erased integer, storage_keys text[])
  language plpgsql volatile security definer set search_path = public, pg_temp
as $$
declare
  one erasable;
  gone integer := 0;
  keys text[] := '{}';
begin
  if until > app_now() then raise exception 'What is to come is not past its time'; end if;
  select * into strict one from erasable e where e.kind = wanted;
  -- An application goes with all that was begun for it.
  if wanted = 'unsentApplication' then
    select e.gone, e.storage_keys into gone, keys from erase_unsent(until, most) e;
  else
    execute format(
      'with gone as (delete from %1$s where %2$I in (select x.%2$I from %1$s x where %3$s limit $2) returning %4$s as file)
       select count(*)::integer, coalesce(array_agg(file) filter (where file is not null), ''{}'') from gone',
      one.of_table, one.key_column, one.is_past, coalesce(quote_ident(one.file_column), 'null::text'))
      into gone, keys using until, most;
  end if;
  if gone > 0 then insert into erasure (kind, until_at, count) values (wanted, until, gone); end if;
  return query select gone, keys;
end $$;

-- The job of retention alone erases these now.
revoke delete on service_heartbeat from quinze_worker;
drop policy "worker keeps heartbeats" on service_heartbeat;
create policy "worker reads heartbeats" on service_heartbeat for select to quinze_worker using (true);
create policy "worker notes heartbeats" on service_heartbeat for insert to quinze_worker with check (true);
revoke select, delete on upload from quinze_worker;
drop policy "worker finds what never arrived" on upload;
drop policy "worker forgets what never arrived" on upload;
