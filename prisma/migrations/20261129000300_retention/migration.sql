-- What is past its time is erased by the machine, and that it was is kept: how much of what, never what.
create table "erasure" (
  "id" uuid primary key default uuidv7(),
  "kind" text not null,
  -- Everything of this moment or before, of that kind.
  "until_at" timestamptz(3) not null,
  "count" integer not null check (count > 0),
  "erased_at" timestamptz(3) not null default app_now()
);
create index "erasure_kind_erased_at_idx" on "erasure" ("kind", "erased_at");
alter table erasure enable row level security;
grant select on erasure to quinze_supervisor, quinze_auditor;
create policy "supervisor reads erasures" on erasure for select to quinze_supervisor using (true);
create policy "auditor reads erasures" on erasure for select to quinze_auditor using (true);

-- An application nobody sent, with everything that was begun for it. Gives the files that are nobody's any more.
create function erase_unsent(until timestamptz, most integer) returns table (gone integer, storage_keys text[])
  language plpgsql volatile security definer set search_path = public, pg_temp
as $$
declare
  old uuid[];
  keys text[];
begin
  select array(select a.id from application a
    where a.sent_at is null and a.started_at <= until
      and not exists (select from application_draft d where d.application_id = a.id and d.updated_at > until)
    order by a.started_at limit most for update skip locked) into old;
  with given as (delete from document d where d.application_id = any (old) returning d.storage_key),
    begun as (delete from upload u where u.application_id = any (old) returning u.storage_key)
  select array(select g.storage_key from given g union all select b.storage_key from begun b) into keys;
  delete from document_answer x where x.application_id = any (old);
  delete from message x where x.application_id = any (old);
  delete from application_confirmation x where x.application_id = any (old);
  delete from application_event x where x.application_id = any (old);
  delete from application_draft x where x.application_id = any (old);
  delete from application_parked x where x.application_id = any (old);
  delete from assisted_session x where x.application_id = any (old);
  delete from auth."application_session" x where x.application_id = any (old);
  delete from auth."application_key" x where x.application_id = any (old);
  delete from application_adult x where x.application_id = any (old);
  delete from application a where a.id = any (old);
  return query select cardinality(old), keys;
end $$;

-- Erases some of a kind, and notes it. Gives how many rows went, and the files that are nobody's any more.
create function erase_past(wanted text, until timestamptz, most integer) returns table (erased integer, storage_keys text[])
  language plpgsql volatile security definer set search_path = public, pg_temp
as $$
declare
  gone integer := 0;
  keys text[] := '{}';
begin
  if until > app_now() then raise exception 'What is to come is not past its time'; end if;
  case wanted
    when 'lateForm' then
      delete from parked_submission where id in (select id from parked_submission where parked_at <= until limit most);
      get diagnostics gone = row_count;
    when 'lateApplicationForm' then
      delete from application_parked where id in (select id from application_parked where parked_at <= until limit most);
      get diagnostics gone = row_count;
    when 'oneTimeCode' then
      delete from auth."one_time_code" where id in
        (select id from auth."one_time_code" where expires_at <= until limit most);
      get diagnostics gone = row_count;
    when 'attempt' then
      delete from auth."attempt" where key in
        (select key from auth."attempt" where greatest(failed_at, known_at) <= until limit most);
      get diagnostics gone = row_count;
    when 'dataFile' then
      delete from export where id in (select id from export where asked_at <= until limit most);
      get diagnostics gone = row_count;
    when 'session' then
      delete from auth."session" where id in
        (select id from auth."session" where coalesce(ended_at, ends_at) <= until limit most);
      get diagnostics gone = row_count;
    when 'statementDraft' then
      delete from statement_draft where id in (select id from statement_draft where updated_at <= until limit most);
      get diagnostics gone = row_count;
    when 'unsentApplication' then
      select e.gone, e.storage_keys into gone, keys from erase_unsent(until, most) e;
  end case;
  if gone > 0 then insert into erasure (kind, until_at, count) values (wanted, until, gone); end if;
  return query select gone, keys;
end $$;
revoke execute on function erase_unsent(timestamptz, integer), erase_past(text, timestamptz, integer) from public;
grant execute on function erase_past(text, timestamptz, integer) to quinze_worker;
