-- Filing by telephone: an automated line that any provider drives by webhooks (src/decisions/by-telephone.md). A caller
-- has a role of the database of their own: it files and hears, and reads no address, no way to be reached, no bank, no
-- document and no word of a message.

-- A call, by the name its provider gives it, and where it stands. What was told and not sent goes with it, within a day.
-- Digits of an access code are never here.
create table "phone_call" (
  "id" uuid primary key default uuidv7(),
  "sid" text not null unique check (length(sid) between 1 and 64),
  -- Who calls, once they proved it.
  "person_id" uuid,
  -- How many times the caller was answered: a request that is repeated names one that was.
  "turn" integer not null default 0 check (turn >= 0),
  -- Where the conversation stands, and what was last said (src/domain/telephone/call.ts). Null before the first answer.
  "state" jsonb,
  "said" jsonb,
  "changed_at" timestamptz(3) not null default app_now(),
  constraint "phone_call_person_id_fkey" foreign key ("person_id") references "person" ("id") on delete cascade on update cascade,
  constraint "phone_call_is_answered_whole" check ((turn = 0) = (state is null) and (state is null) = (said is null))
);
create index "phone_call_person_id_idx" on "phone_call" ("person_id");
create index "phone_call_changed_at_idx" on "phone_call" ("changed_at");

alter table auth."one_time_code" drop constraint "one_time_code_purpose_check",
  add constraint "one_time_code_purpose_check" check (purpose in ('sign-in', 'step-up', 'claim', 'telephone'));

-- A keypad has no letters of its own: each is the digit it stands on. A file number as it is typed there.
create function keypad_number(file_number text) returns text language sql immutable parallel safe
  as $$ select translate(regexp_replace(upper(file_number), '[^A-Z0-9]', '', 'g'),
    'ABCDEFGHIJKLMNOPQRSTUVWXYZ', '22233344455566677778889999') $$;
create index "household_file_number_keypad" on "household" (keypad_number(file_number));

-- Who calls ----------------------------------------------------------------------------------------------------------

create function viewer_call() returns uuid language sql stable parallel safe
  as $$ select nullif(current_setting('quinze.call', true), '')::uuid $$;

-- Opens the call of that name, held until the transaction ends: what comes twice at once is answered one after the other.
-- Who calls is read from the call, not from our own word. Calls of yesterday are forgotten on the way.
create function enter_call(of_sid text) returns void
  language plpgsql volatile security definer set search_path = public, pg_temp
as $$
declare
  c phone_call;
begin
  delete from phone_call where id in (
    select old.id from phone_call old where old.changed_at < app_now() - interval '1 day'
    order by old.changed_at limit 50 for update skip locked);
  insert into phone_call (sid) values (of_sid) on conflict do nothing;
  select * into c from phone_call where sid = of_sid for update;
  perform set_config('quinze.call', c.id::text, true),
    set_config('quinze.person', coalesce(c.person_id::text, ''), true),
    set_config('quinze.household', coalesce(household_of(c.person_id)::text, ''), true);
end $$;

-- The file numbers that are typed so, at most five: with letters there can be several.
create function numbers_on_keypad(typed text) returns setof text
  language sql stable security definer set search_path = public, pg_temp rows 1
as $$ select file_number from household where keypad_number(file_number) = typed order by id limit 5 $$;

-- The caller of this call is that person, from now on. Where they live is read anew; nobody who lives nowhere calls.
create function caller_is(who uuid, way text) returns boolean
  language plpgsql volatile security definer set search_path = public, pg_temp
as $$
begin
  update phone_call set person_id = who
    where id = viewer_call() and person_id is null and exists (
      select from household_member m where m.person_id = who and m.role = 'adult' and m.until_day is null);
  if not found then return false; end if;
  perform set_config('quinze.person', who::text, true),
    set_config('quinze.household', coalesce(household_of(who)::text, ''), true);
  insert into audit (actor_kind, actor_id, act, subject_kind, subject_id, household_id, details)
    values ('citizen', who, 'proved', 'person', who, household_of(who),
      jsonb_build_object('channel', 'telephone', 'way', way));
  return true;
end $$;

-- Whether one of these proofs proves an adult of a household.
create function prove_caller(proofs bytea[]) returns boolean
  language sql volatile security definer set search_path = public, pg_temp
as $$
  select coalesce((select caller_is(a.person_id, 'accessCode') from auth."access_code" a
    where a.digest = any (proofs) limit 1), false)
$$;

-- Sends a one-time code to whom the file number and the birth date are of, by the safe way they chose. Whether it was is
-- told to nobody. Two adults born the same day are told apart by their access codes only.
create function send_caller_code(typed text, birth text, pending_hash bytea, code_digest bytea, sealed_code bytea,
    attempt_keys bytea[]) returns void
  language sql volatile security definer set search_path = public, pg_temp
as $$
  select auth.issue_code(found.who, 'telephone', pending_hash, code_digest, sealed_code, false, attempt_keys)
  from (select min(p.id::text)::uuid as who from household h
      join household_member m on m.household_id = h.id and m.role = 'adult' and m.until_day is null
      join person p on p.id = m.person_id
    where keypad_number(h.file_number) = typed and p.birth_date = birth
    having count(*) = 1) found
$$;

-- The same person, by the one-time code they were sent. Used once; five tries, then nothing.
create function prove_caller_by_code(pending_hash bytea, given bytea) returns boolean
  language plpgsql volatile security definer set search_path = public, pg_temp
as $$
declare
  tried record;
begin
  select * into tried from auth.try_code(pending_hash, 'telephone');
  if tried.id is null or tried.digest <> given then return false; end if;
  if not auth.use_code(tried.id) then return false; end if;
  return caller_is(tried.person_id, 'oneTimeCode');
end $$;

-- A call is counted and erased like the rest of what has an end (20261128001100_administration, 20261129000300_retention).
create or replace function retention_counts(older jsonb) returns table (kind text, count bigint)
  language sql stable security definer set search_path = public, pg_temp
as $$
  with at as (select o.key as kind, (o.value #>> '{}')::timestamptz as until from jsonb_each(older) o)
  select a.kind, case a.kind
    when 'lateForm' then (select count(*) from (select 1 from parked_submission x where x.parked_at <= a.until limit 10000) c)
    when 'lateApplicationForm' then
      (select count(*) from (select 1 from application_parked x where x.parked_at <= a.until limit 10000) c)
    when 'oneTimeCode' then
      (select count(*) from (select 1 from auth."one_time_code" x where x.expires_at <= a.until limit 10000) c)
    when 'attempt' then (select count(*) from (select 1 from auth."attempt" x
      where greatest(x.failed_at, x.known_at) <= a.until limit 10000) c)
    when 'dataFile' then (select count(*) from (select 1 from export x where x.asked_at <= a.until limit 10000) c)
    when 'phoneCall' then
      (select count(*) from (select 1 from phone_call x where x.changed_at <= a.until limit 10000) c)
    when 'sentMessage' then
      (select count(*) from (select 1 from outbox x where x.sent_at <= a.until limit 10000) c)
    when 'session' then
      (select count(*) from (select 1 from auth."session" x where coalesce(x.ended_at, x.ends_at) <= a.until limit 10000) c)
    when 'statementDraft' then
      (select count(*) from (select 1 from statement_draft x where x.updated_at <= a.until limit 10000) c)
    when 'unsentApplication' then (select count(*) from (select 1 from application x
      where x.sent_at is null and x.started_at <= a.until
        and not exists (select from application_draft d where d.application_id = x.id and d.updated_at > a.until)
      limit 10000) c)
    end
  from at a
$$;

create or replace function erase_past(wanted text, until timestamptz, most integer) returns table (erased integer, storage_keys text[])
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
    when 'phoneCall' then
      delete from phone_call where id in (select id from phone_call where changed_at <= until limit most);
      get diagnostics gone = row_count;
    when 'sentMessage' then
      delete from outbox where id in (select id from outbox where sent_at <= until limit most);
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

-- Walls ----------------------------------------------------------------------------------------------------------------

alter table phone_call enable row level security;

revoke execute on function keypad_number(text), viewer_call(), enter_call(text), numbers_on_keypad(text),
  caller_is(uuid, text), prove_caller(bytea[]), send_caller_code(text, text, bytea, bytea, bytea, bytea[]),
  prove_caller_by_code(bytea, bytea) from public;
-- The index of file numbers is kept up by whoever opens a file.
grant execute on function keypad_number(text) to quinze_agent, quinze_contact, quinze_supervisor;

grant usage on schema public, auth to quinze_caller;
grant execute on function app_now(), is_day(text), is_month(text), today(), viewer_person(), viewer_household(),
  household_of(uuid), viewer_actor(), viewer_call(), enter_call(text), numbers_on_keypad(text), prove_caller(bytea[]),
  send_caller_code(text, text, bytea, bytea, bytea, bytea[]), prove_caller_by_code(bytea, bytea),
  auth.attempts(bytea[]), auth.count_attempt(bytea[]), auth.forgive_attempt(bytea[]),
  renew_own_code(text, bytea, bytea)
  to quinze_caller;

grant select on phone_call to quinze_caller;
grant update (turn, state, said, changed_at) on phone_call to quinze_caller;
create policy "caller reads own call" on phone_call for select to quinze_caller using (id = (select viewer_call()));
create policy "caller goes on with own call" on phone_call for update to quinze_caller
  using (id = (select viewer_call())) with check (id = (select viewer_call()));

grant select on drafts_of_others, office, household, household_member, person, household_situation, adult_constraint,
  filing_obligation, filing_extension, statement_draft, filing, filing_confirmation, expected_payment
  to quinze_caller;
grant insert, update, delete on statement_draft to quinze_caller;
grant insert on filing, expected_payment, audit, outbox to quinze_caller;
-- A call back is asked by a message to the office. No message is read here.
grant select (id, household_id, person_id, from_staff, key), insert on message to quinze_caller;

create policy "caller reads offices" on office for select to quinze_caller using (true);
create policy "caller reads the household" on household for select to quinze_caller
  using (id = (select viewer_household()));
create policy "caller reads own membership" on household_member for select to quinze_caller
  using (person_id = (select viewer_person()));
create policy "caller reads who lives there now" on household_member for select to quinze_caller
  using (household_id = (select viewer_household()) and until_day is null);
create policy "caller reads the household's people" on person for select to quinze_caller
  using (id in (select m.person_id from household_member m));
create policy "caller reads the situation" on household_situation for select to quinze_caller
  using (household_id = (select viewer_household()));
create policy "caller reads constraints" on adult_constraint for select to quinze_caller
  using (person_id in (select m.person_id from household_member m));
create policy "caller reads obligations" on filing_obligation for select to quinze_caller
  using (household_id = (select viewer_household()));
create policy "caller reads extensions" on filing_extension for select to quinze_caller
  using (household_id is null or household_id = (select viewer_household()));
create policy "caller keeps own drafts" on statement_draft for all to quinze_caller
  using (person_id = (select viewer_person()) and household_id = (select viewer_household()))
  with check (person_id = (select viewer_person()) and household_id = (select viewer_household()));
-- What was told to the office alone is not for a voice that others may hear.
create policy "caller reads filings of own time" on filing for select to quinze_caller
  using (kind <> 'privateChange'
    and exists (
      select 1 from household_member m
      where m.household_id = filing.household_id and m.person_id = (select viewer_person()) and m.role = 'adult'
        and to_char(filing.received_at at time zone 'America/Toronto', 'YYYY-MM-DD') >= m.from_day
        and (m.until_day is null
          or to_char(filing.received_at at time zone 'America/Toronto', 'YYYY-MM-DD') < m.until_day)));
create policy "caller files" on filing for insert to quinze_caller
  with check (
    kind = 'statement' and household_id = (select viewer_household()) and filed_by_person = (select viewer_person())
    and channel = 'telephone' and mandate_id is null and assisted_session_id is null);
create policy "caller reads confirmations" on filing_confirmation for select to quinze_caller
  using (filing_id in (select f.id from filing f));
create policy "caller reads expected payments" on expected_payment for select to quinze_caller
  using (filing_id in (select f.id from filing f)
    or (filing_id is null and household_id = (select viewer_household())));
create policy "caller's filing leads to a payment" on expected_payment for insert to quinze_caller
  with check (household_id = (select viewer_household()));
create policy "caller leaves a trace" on audit for insert to quinze_caller
  with check (actor_kind = 'citizen' and actor_id = (select viewer_person())
    and (household_id is null or household_id = (select viewer_household())));
create policy "caller's acts are announced" on outbox for insert to quinze_caller
  with check (sent_at is null and person_id = (select viewer_person()));
create policy "caller finds own messages" on message for select to quinze_caller
  using (person_id = (select viewer_person()) and from_staff is null);
create policy "caller asks for a call back" on message for insert to quinze_caller
  with check (person_id = (select viewer_person()) and household_id = (select viewer_household())
    and from_staff is null and answered_at is null and read_at is null);
