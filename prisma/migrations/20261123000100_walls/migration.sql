-- The second wall. The web signs in as quinze_web, which owns nothing and inherits nothing: each transaction
-- takes one viewer role, and each policy names one role. Forgetting to take a role is "permission denied".
-- Settings are read as (select …) so that they are evaluated once per query, not once per row.

create schema "auth";
revoke all on schema public from public;
grant usage on schema public to
  quinze_anonymous, quinze_citizen, quinze_agent, quinze_contact, quinze_supervisor, quinze_auditor, quinze_worker,
  quinze_auth;
grant usage on schema auth to quinze_auth, quinze_anonymous;

-- Who is looking. Set by the one door (src/server/db.ts) at the start of its transaction.
create function viewer_person() returns uuid language sql stable parallel safe
  as $$ select nullif(current_setting('quinze.person', true), '')::uuid $$;
create function viewer_staff() returns uuid language sql stable parallel safe
  as $$ select nullif(current_setting('quinze.staff', true), '')::uuid $$;
create function viewer_office() returns uuid language sql stable parallel safe
  as $$ select nullif(current_setting('quinze.office', true), '')::uuid $$;
create function today() returns text language sql stable
  as $$ select to_char(app_now() at time zone 'America/Toronto', 'YYYY-MM-DD') $$;

-- The present household of the person looking, found once when the door opens and kept for its transaction, so that
-- no policy has to look it up.
create function viewer_household() returns uuid language sql stable parallel safe
  as $$ select nullif(current_setting('quinze.household', true), '')::uuid $$;
-- SECURITY DEFINER because the door asks before the wall knows who is looking.
create function household_of(person uuid) returns uuid
  language sql stable security definer set search_path = public, pg_temp
  as $$ select m.household_id from household_member m
        where m.person_id = person and m.role = 'adult' and m.until_day is null $$;

-- Which other adult of the household has begun a statement: a first name and a time, never an answer. The view
-- reads with its owner's rights; it is bounded by who is looking.
create view drafts_of_others with (security_barrier) as
  select d.kind, d.month, p.given_name, d.updated_at
  from statement_draft d
  join household_member m on m.household_id = d.household_id and m.person_id = d.person_id and m.until_day is null
  join person p on p.id = d.person_id
  where d.household_id = (select viewer_household()) and d.person_id <> (select viewer_person())
    and d.kind <> 'privateChange';

-- What anyone may learn from a receipt number: that it is genuine, its month, when it was received. No person.
create function receipt_check(number text) returns table (kind text, month text, version integer, received_at timestamptz, due_at timestamptz)
  language sql stable security definer set search_path = public, pg_temp rows 1
  as $$ select f.kind, f.month, f.version, f.received_at, f.due_at from filing f
        where f.receipt_number = number and f.kind <> 'privateChange' $$;

-- Functions are executable by everyone unless said otherwise.
revoke execute on all functions in schema public from public;
grant execute on function app_now(), is_day(text), is_month(text), today() to
  quinze_anonymous, quinze_citizen, quinze_agent, quinze_contact, quinze_supervisor, quinze_auditor, quinze_worker, quinze_auth;
grant execute on function viewer_person(), viewer_household(), household_of(uuid) to quinze_citizen;
grant select on drafts_of_others to quinze_citizen;
grant execute on function viewer_staff(), viewer_office() to quinze_agent, quinze_contact, quinze_supervisor, quinze_auditor;
grant execute on function receipt_check(text) to quinze_anonymous;

alter table office enable row level security;
alter table person enable row level security;
alter table household enable row level security;
alter table household_member enable row level security;
alter table household_situation enable row level security;
alter table adult_constraint enable row level security;
alter table staff_member enable row level security;
alter table filing_obligation enable row level security;
alter table filing_extension enable row level security;
alter table statement_draft enable row level security;
alter table filing enable row level security;
alter table filing_confirmation enable row level security;
alter table expected_payment enable row level security;
alter table parked_submission enable row level security;
alter table audit enable row level security;
alter table outbox enable row level security;

-- Public facts -----------------------------------------------------------------------------------------------

grant select on office to quinze_citizen, quinze_agent, quinze_supervisor;
create policy "citizen reads offices" on office for select to quinze_citizen using (true);
create policy "agent reads offices" on office for select to quinze_agent using (true);
create policy "supervisor reads offices" on office for select to quinze_supervisor using (true);

-- The citizen ------------------------------------------------------------------------------------------------

grant select on household, household_member, person, household_situation, adult_constraint,
  filing_obligation, filing_extension, statement_draft, filing, filing_confirmation, expected_payment, parked_submission
  to quinze_citizen;
grant insert, update, delete on statement_draft to quinze_citizen;
grant insert on filing, filing_confirmation, expected_payment, audit, outbox to quinze_citizen;
grant delete on parked_submission to quinze_citizen;

create policy "citizen reads own household" on household for select to quinze_citizen
  using (id = (select viewer_household()));
create policy "citizen reads own membership" on household_member for select to quinze_citizen
  using (person_id = (select viewer_person()));
create policy "citizen reads who lives there now" on household_member for select to quinze_citizen
  using (household_id = (select viewer_household()) and until_day is null);
create policy "citizen reads self" on person for select to quinze_citizen
  using (id = (select viewer_person()));
create policy "citizen reads the household's people" on person for select to quinze_citizen
  using (id in (select m.person_id from household_member m));
create policy "citizen reads own situation" on household_situation for select to quinze_citizen
  using (household_id = (select viewer_household()));
create policy "citizen reads constraints at home" on adult_constraint for select to quinze_citizen
  using (person_id in (select m.person_id from household_member m));
create policy "citizen reads own obligations" on filing_obligation for select to quinze_citizen
  using (household_id = (select viewer_household()));
create policy "citizen reads extensions" on filing_extension for select to quinze_citizen
  using (household_id is null or household_id = (select viewer_household()));

create policy "citizen keeps own drafts" on statement_draft for all to quinze_citizen
  using (person_id = (select viewer_person()) and household_id = (select viewer_household()))
  with check (person_id = (select viewer_person()) and household_id = (select viewer_household()));

-- After a separation each keeps what was filed while together and sees nothing after. The memberships are read
-- under their own policy, which shows a person theirs: no function is called for each row.
create policy "citizen reads filings of own time" on filing for select to quinze_citizen
  using (
    (kind <> 'privateChange' or filed_by_person = (select viewer_person()))
    and exists (
      select 1 from household_member m
      where m.household_id = filing.household_id and m.person_id = (select viewer_person()) and m.role = 'adult'
        and to_char(filing.received_at at time zone 'America/Toronto', 'YYYY-MM-DD') >= m.from_day
        and (m.until_day is null
          or to_char(filing.received_at at time zone 'America/Toronto', 'YYYY-MM-DD') < m.until_day)));
create policy "citizen files" on filing for insert to quinze_citizen
  with check (
    household_id = (select viewer_household()) and filed_by_person = (select viewer_person()) and channel = 'web');
create policy "citizen reads confirmations" on filing_confirmation for select to quinze_citizen
  using (filing_id in (select f.id from filing f));
create policy "citizen confirms" on filing_confirmation for insert to quinze_citizen
  with check (
    person_id = (select viewer_person())
    and filing_id in (select f.id from filing f
      where f.household_id = (select viewer_household()) and f.filed_by_person is distinct from (select viewer_person())));
create policy "citizen reads expected payments" on expected_payment for select to quinze_citizen
  using (filing_id in (select f.id from filing f)
    or (filing_id is null and household_id = (select viewer_household())));
create policy "citizen's filing leads to a payment" on expected_payment for insert to quinze_citizen
  with check (household_id = (select viewer_household()));
create policy "citizen finds what was parked" on parked_submission for select to quinze_citizen
  using (person_id = (select viewer_person()) and parked_at > (select app_now()) - interval '24 hours');
create policy "citizen takes back what was parked" on parked_submission for delete to quinze_citizen
  using (person_id = (select viewer_person()));
create policy "citizen leaves a trace" on audit for insert to quinze_citizen
  with check (
    actor_kind = 'citizen' and actor_id = (select viewer_person())
    and (household_id is null or household_id = (select viewer_household())));
create policy "citizen's acts are announced" on outbox for insert to quinze_citizen
  with check (sent_at is null and person_id = (select viewer_person()));

-- The agent and the supervisor of the office -----------------------------------------------------------------

grant select on household, household_member, person, household_situation, adult_constraint,
  filing_obligation, filing_extension, filing, filing_confirmation, expected_payment
  to quinze_agent, quinze_supervisor;
grant insert on audit to quinze_agent, quinze_supervisor;

create policy "agent reads the office's households" on household for select to quinze_agent
  using (office_id = (select viewer_office()));
create policy "agent reads members" on household_member for select to quinze_agent
  using (household_id in (select h.id from household h));
create policy "agent reads people" on person for select to quinze_agent
  using (exists (select 1 from household_member m where m.person_id = person.id));
create policy "agent reads situations" on household_situation for select to quinze_agent
  using (household_id in (select h.id from household h));
create policy "agent reads constraints" on adult_constraint for select to quinze_agent
  using (exists (select 1 from household_member m where m.person_id = adult_constraint.person_id));
create policy "agent reads obligations" on filing_obligation for select to quinze_agent
  using (household_id in (select h.id from household h));
create policy "agent reads extensions" on filing_extension for select to quinze_agent
  using (household_id is null or household_id in (select h.id from household h));
create policy "agent reads filings" on filing for select to quinze_agent
  using (household_id in (select h.id from household h));
create policy "agent reads confirmations" on filing_confirmation for select to quinze_agent
  using (exists (select 1 from filing f where f.id = filing_confirmation.filing_id));
create policy "agent reads expected payments" on expected_payment for select to quinze_agent
  using (household_id in (select h.id from household h));
create policy "agent leaves a trace" on audit for insert to quinze_agent
  with check (
    actor_kind = 'staff' and actor_id = (select viewer_staff())
    and (household_id is null or household_id in (select h.id from household h)));

create policy "supervisor reads the office's households" on household for select to quinze_supervisor
  using (office_id = (select viewer_office()));
create policy "supervisor reads members" on household_member for select to quinze_supervisor
  using (household_id in (select h.id from household h));
create policy "supervisor reads people" on person for select to quinze_supervisor
  using (exists (select 1 from household_member m where m.person_id = person.id));
create policy "supervisor reads situations" on household_situation for select to quinze_supervisor
  using (household_id in (select h.id from household h));
create policy "supervisor reads constraints" on adult_constraint for select to quinze_supervisor
  using (exists (select 1 from household_member m where m.person_id = adult_constraint.person_id));
create policy "supervisor reads obligations" on filing_obligation for select to quinze_supervisor
  using (household_id in (select h.id from household h));
create policy "supervisor reads extensions" on filing_extension for select to quinze_supervisor
  using (household_id is null or household_id in (select h.id from household h));
create policy "supervisor reads filings" on filing for select to quinze_supervisor
  using (household_id in (select h.id from household h));
create policy "supervisor reads confirmations" on filing_confirmation for select to quinze_supervisor
  using (exists (select 1 from filing f where f.id = filing_confirmation.filing_id));
create policy "supervisor reads expected payments" on expected_payment for select to quinze_supervisor
  using (household_id in (select h.id from household h));
create policy "supervisor leaves a trace" on audit for insert to quinze_supervisor
  with check (
    actor_kind = 'staff' and actor_id = (select viewer_staff())
    and (household_id is null or household_id in (select h.id from household h)));

-- The auditor and the worker ---------------------------------------------------------------------------------

grant select on audit to quinze_auditor;
create policy "auditor reads the trail" on audit for select to quinze_auditor using (true);
grant select on outbox to quinze_worker;
grant update (sent_at) on outbox to quinze_worker;
create policy "worker drains the outbox" on outbox for select to quinze_worker using (true);
create policy "worker marks what left" on outbox for update to quinze_worker using (sent_at is null) with check (true);
grant select, delete on parked_submission to quinze_worker;
create policy "worker finds what expired" on parked_submission for select to quinze_worker using (true);
create policy "worker forgets what expired" on parked_submission for delete to quinze_worker
  using (parked_at < app_now() - interval '24 hours');

-- Sign-in: outside row-level security, reachable only by its own role ------------------------------------------

create table auth."user" (
  "id" uuid primary key default uuidv7(),
  "person_id" uuid unique references person (id),
  "staff_id" uuid unique references staff_member (id),
  constraint "user_is_one_of_two" check (num_nonnulls(person_id, staff_id) <= 1)
);
create table auth."account" (
  "provider" text not null,
  "subject" text not null,
  "user_id" uuid not null references auth."user" (id),
  primary key ("provider", "subject")
);
-- The cookie carries a secret; only its hash is here. Rows outlive their session by a day, so that a form sent
-- too late can be kept for the person who typed it.
create table auth."session" (
  "id" uuid primary key default uuidv7(),
  "token_hash" bytea not null unique,
  "user_id" uuid not null references auth."user" (id),
  "realm" text not null check (realm in ('citizen', 'staff')),
  "assurance" text not null check (assurance in ('code', 'code+otp', 'oidc', 'step-up')),
  "started_at" timestamptz(3) not null default app_now(),
  "seen_at" timestamptz(3) not null default app_now(),
  "ends_at" timestamptz(3) not null,
  "ended_at" timestamptz(3)
);
grant select, insert on auth."user", auth."account" to quinze_auth;
grant select, insert, update on auth."session" to quinze_auth;

-- The viewer behind a session token, and whether the session still lives. Notes the visit once a minute at most.
-- A signed-out session is nobody's; one that merely expired still says whose it was, so a late form can be parked.
create function auth.viewer_of(hash bytea, idle interval)
  returns table (session_id uuid, realm text, assurance text, alive boolean, person_id uuid, name text,
    memberships jsonb, staff_id uuid, role text, office_id uuid)
  language plpgsql volatile security definer set search_path = public, pg_temp rows 1
as $$
declare
  s auth."session";
  living boolean;
begin
  select * into s from auth."session" where token_hash = hash and "session".ended_at is null;
  if not found then return; end if;
  living := app_now() < s.ends_at and app_now() < s.seen_at + idle;
  if living and s.seen_at < app_now() - interval '1 minute' then
    update auth."session" set seen_at = app_now() where id = s.id;
  end if;
  return query
    select s.id, s.realm, s.assurance, living, u.person_id,
      coalesce(t.name, p.given_name || ' ' || p.family_name),
      (select coalesce(jsonb_agg(jsonb_build_object('householdId', m.household_id, 'fromDay', m.from_day, 'untilDay', m.until_day)
         order by m.until_day is not null, m.from_day desc), '[]')
       from household_member m where m.person_id = u.person_id and m.role = 'adult'),
      u.staff_id, t.role, t.office_id
    from auth."user" u left join person p on p.id = u.person_id left join staff_member t on t.id = u.staff_id
    where u.id = s.user_id;
end $$;

-- Keeps, sealed, a form that arrived after its session expired. The caller proves the session by its token.
-- What nobody came back for in a day is forgotten on the way.
create function auth.park(hash bytea, to_path text, sealed_body bytea) returns boolean
  language sql volatile security definer set search_path = public, pg_temp
as $$
  with owner as (
    select u.person_id from auth."session" s join auth."user" u on u.id = s.user_id
    where s.token_hash = hash and s.ended_at is null and u.person_id is not null),
  forgotten as (
    delete from parked_submission where parked_at <= app_now() - interval '24 hours'),
  kept as (
    insert into parked_submission (person_id, path, sealed) select person_id, to_path, sealed_body from owner returning 1)
  select exists (select 1 from kept)
$$;

create function auth.sign_out(hash bytea) returns void
  language sql volatile security definer set search_path = public, pg_temp
as $$ update auth."session" set ended_at = app_now() where token_hash = hash and ended_at is null $$;

revoke execute on all functions in schema auth from public;
grant execute on function auth.viewer_of(bytea, interval), auth.park(bytea, text, bytea), auth.sign_out(bytea)
  to quinze_anonymous;
