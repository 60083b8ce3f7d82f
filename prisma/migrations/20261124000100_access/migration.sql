-- How people reach their file and are reached: sessions, contacts, addresses and mandates.

-- How it is safe to reach one adult. Theirs alone: a spouse shares the file, never this.
create table "contact" (
  "person_id" uuid primary key,
  "email" text,
  "mobile" text check (mobile ~ '^\+1\d{10}$'),
  "notify_by" text not null default 'none' check (notify_by in ('email', 'text', 'none')),
  "safe_note" text,
  "updated_at" timestamptz(3) not null default app_now(),
  constraint "contact_person_id_fkey" foreign key ("person_id") references "person" ("id") on delete restrict on update cascade,
  constraint "contact_can_be_notified" check (
    (notify_by <> 'email' or email is not null) and (notify_by <> 'text' or mobile is not null))
);

-- Where a household lives, dated. A protected address is for the people who live there, and for supervisors.
create table "household_address" (
  "id" uuid primary key default uuidv7(),
  "household_id" uuid not null,
  "street" text not null,
  "unit" text,
  "city" text not null,
  "postal_code" text not null check (postal_code ~ '^[GHJ]\d[A-Z] \d[A-Z]\d$'),
  "from_day" text not null check (is_day(from_day)),
  "protected" boolean not null default false,
  constraint "household_address_household_id_fkey" foreign key ("household_id") references "household" ("id") on delete restrict on update cascade
);
create unique index "household_address_household_id_from_day_key" on "household_address" ("household_id", "from_day");

-- Someone who may act for a person: for a time, for named rights, until it is revoked.
create table "mandate" (
  "id" uuid primary key default uuidv7(),
  "person_id" uuid not null,
  "representative_id" uuid not null,
  "kind" text not null check (kind in ('administrator', 'publicCurator', 'powerOfAttorney', 'communityHelper')),
  "organisation" text,
  "rights" text[] not null check (rights <@ array['read', 'file', 'report'] and 'read' = any (rights)),
  "from_day" text not null check (is_day(from_day)),
  "until_day" text check (is_day(until_day) and until_day > from_day),
  "revoked_at" timestamptz(3),
  constraint "mandate_person_id_fkey" foreign key ("person_id") references "person" ("id") on delete restrict on update cascade,
  constraint "mandate_representative_id_fkey" foreign key ("representative_id") references "person" ("id") on delete restrict on update cascade,
  constraint "mandate_is_for_another" check (person_id <> representative_id)
);
create index "mandate_person_id_idx" on "mandate" ("person_id");
create index "mandate_representative_id_idx" on "mandate" ("representative_id");

-- Under which mandate a filing was made, and for whom: frozen with it.
alter table "filing" add column "mandate_id" uuid, add column "mandate_kind" text, add column "for_person" uuid,
  add constraint "filing_mandate_id_fkey" foreign key ("mandate_id") references "mandate" ("id") on delete restrict on update cascade,
  add constraint "filing_mandate_is_whole" check (num_nonnulls(mandate_id, mandate_kind, for_person) in (0, 3));

-- A key is its author's: one adult's may not meet what another told the office alone, and must not see.
drop index "filing_household_id_key_key";
create unique index "filing_household_id_filed_by_person_key_key" on "filing" ("household_id", "filed_by_person", "key");
create unique index "filing_household_id_filed_by_staff_key_key" on "filing" ("household_id", "filed_by_staff", "key");

-- What was typed for another person comes back only while acting for that person.
alter table "parked_submission" add column "mandate_id" uuid;

-- A session on a shared computer ends sooner. A device is named by its browser and system, nothing finer.
alter table auth."session"
  add column "shared" boolean not null default false,
  add column "device" text not null default '',
  add column "stepped_up_at" timestamptz(3),
  add column "mandate_id" uuid references mandate (id);
create index "session_user_id_idx" on auth."session" ("user_id");

-- Who is looking, and for whom ---------------------------------------------------------------------------------

-- The person who acts, when that is not the person the file belongs to.
create function viewer_actor() returns uuid language sql stable parallel safe
  as $$ select nullif(current_setting('quinze.actor', true), '')::uuid $$;
create function viewer_mandate() returns uuid language sql stable parallel safe
  as $$ select nullif(current_setting('quinze.mandate', true), '')::uuid $$;
-- Whether the mandate of this transaction carries a right. Read from the mandate itself when the door opened.
create function viewer_mandate_has(wanted text) returns boolean language sql stable parallel safe
  as $$ select wanted = any (string_to_array(current_setting('quinze.rights', true), ',')) $$;

-- The mandate a person acts under, if it holds today. The door asks before the wall knows who is looking.
create function living_mandate(mandate_id uuid, representative uuid) returns mandate
  language sql stable security definer set search_path = public, pg_temp
  as $$ select m from mandate m
        where m.id = mandate_id and m.representative_id = representative and m.revoked_at is null
          and today() >= m.from_day and (m.until_day is null or today() < m.until_day) $$;

-- The mandates a person gave or holds, with the names of both.
create view mandates_of_viewer with (security_barrier) as
  select m.id, m.kind, m.organisation, m.rights, m.from_day, m.until_day, m.revoked_at,
    m.person_id, p.given_name || ' ' || p.family_name as person_name,
    m.representative_id, r.given_name || ' ' || r.family_name as representative_name,
    (living_mandate(m.id, m.representative_id)).id is not null as living
  from mandate m join person p on p.id = m.person_id join person r on r.id = m.representative_id
  where m.representative_id = (select coalesce(viewer_actor(), viewer_person()))
    or (m.person_id = (select viewer_person()) and (select viewer_actor()) is null);

-- Which other adult of the household has begun a statement. Someone who acts for an adult learns it of that adult too.
create or replace view drafts_of_others with (security_barrier) as
  select d.kind, d.month, p.given_name, d.updated_at
  from statement_draft d
  join household_member m on m.household_id = d.household_id and m.person_id = d.person_id and m.until_day is null
  join person p on p.id = d.person_id
  where d.household_id = (select viewer_household())
    and d.person_id <> (select coalesce(viewer_actor(), viewer_person()))
    and d.kind <> 'privateChange';

drop function auth.viewer_of(bytea, interval);
-- The viewer behind a session token, and whether the session still lives. Notes the visit once a minute at most.
-- A signed-out session is nobody's; one that merely expired still says whose it was, so a late form can be parked.
-- Under a mandate the person is the one acted for. A mandate that ended leaves no right, and never turns the visit
-- back into one to the representative's own file: what was meant for one person must not reach another's.
create function auth.viewer_of(hash bytea, idle interval, shared_idle interval)
  returns table (session_id uuid, realm text, assurance text, alive boolean, shared boolean, person_id uuid, name text,
    memberships jsonb, actor_id uuid, actor_name text, mandate jsonb, holds_mandate boolean, staff_id uuid, role text, office_id uuid)
  language plpgsql volatile security definer set search_path = public, pg_temp rows 1
as $$
declare
  s auth."session";
  living boolean;
begin
  select * into s from auth."session" where token_hash = hash and "session".ended_at is null;
  if not found then return; end if;
  living := app_now() < s.ends_at and app_now() < s.seen_at + case when s.shared then shared_idle else idle end;
  if living and s.seen_at < app_now() - interval '1 minute' then
    update auth."session" set seen_at = app_now() where id = s.id;
  end if;
  return query
    select s.id, s.realm,
      case when s.stepped_up_at > app_now() - interval '10 minutes' then 'step-up' else s.assurance end,
      living, s.shared, p.id, coalesce(t.name, p.given_name || ' ' || p.family_name),
      (select coalesce(jsonb_agg(jsonb_build_object('householdId', m.household_id, 'fromDay', m.from_day, 'untilDay', m.until_day)
         order by m.until_day is not null, m.from_day desc), '[]')
       from household_member m where m.person_id = p.id and m.role = 'adult'),
      u.person_id, a.given_name || ' ' || a.family_name,
      case when d.id is not null then jsonb_build_object('id', d.id, 'kind', d.kind,
        'rights', coalesce((living_mandate(d.id, u.person_id)).rights, '{}')) end,
      exists (select 1 from mandate h where h.representative_id = u.person_id and h.revoked_at is null),
      u.staff_id, t.role, t.office_id
    from auth."user" u
      left join mandate d on d.id = s.mandate_id and d.representative_id = u.person_id
      left join person p on p.id = coalesce(d.person_id, u.person_id)
      left join person a on a.id = u.person_id
      left join staff_member t on t.id = u.staff_id
    where u.id = s.user_id;
end $$;

-- Begins to act under a mandate, or stops (null). Only one's own, and only while it holds.
create function auth.act_under(hash bytea, wanted uuid) returns boolean
  language sql volatile security definer set search_path = public, pg_temp
as $$
  with changed as (
    update auth."session" s set mandate_id = wanted
    from auth."user" u
    where s.token_hash = hash and s.ended_at is null and app_now() < s.ends_at and u.id = s.user_id
      and u.person_id is not null and (wanted is null or (living_mandate(wanted, u.person_id)).id is not null)
    returning 1)
  select exists (select 1 from changed)
$$;

-- Keeps, sealed, a form that arrived after its session expired: for the person who typed it, and the mandate they
-- typed it under.
create or replace function auth.park(hash bytea, to_path text, sealed_body bytea) returns boolean
  language sql volatile security definer set search_path = public, pg_temp
as $$
  with owner as (
    select u.person_id, s.mandate_id from auth."session" s join auth."user" u on u.id = s.user_id
    where s.token_hash = hash and s.ended_at is null and u.person_id is not null),
  forgotten as (
    delete from parked_submission where parked_at <= app_now() - interval '24 hours'),
  kept as (
    insert into parked_submission (person_id, mandate_id, path, sealed)
    select person_id, mandate_id, to_path, sealed_body from owner returning 1)
  select exists (select 1 from kept)
$$;

revoke execute on function viewer_actor(), viewer_mandate(), viewer_mandate_has(text), living_mandate(uuid, uuid),
  auth.viewer_of(bytea, interval, interval), auth.act_under(bytea, uuid) from public;
grant execute on function auth.viewer_of(bytea, interval, interval), auth.act_under(bytea, uuid) to quinze_anonymous;
grant execute on function viewer_actor() to quinze_citizen;
grant usage on schema public to quinze_representative;
grant execute on function app_now(), is_day(text), is_month(text), today(), viewer_person(), viewer_household(),
  household_of(uuid), viewer_actor(), viewer_mandate(), viewer_mandate_has(text), living_mandate(uuid, uuid)
  to quinze_representative;
grant select on drafts_of_others to quinze_representative;
grant select on mandates_of_viewer to quinze_citizen, quinze_representative;
-- The view computes with its owner's rights, but its functions are called with the reader's.
grant execute on function living_mandate(uuid, uuid) to quinze_citizen;

-- Walls ---------------------------------------------------------------------------------------------------------

alter table contact enable row level security;
alter table household_address enable row level security;
alter table mandate enable row level security;

grant select on contact, household_address, mandate to quinze_citizen;
grant insert, update on contact to quinze_citizen;
grant update (revoked_at) on mandate to quinze_citizen;
grant update (language) on person to quinze_citizen;
create policy "citizen reads own contact" on contact for select to quinze_citizen
  using (person_id = (select viewer_person()));
create policy "citizen adds own contact" on contact for insert to quinze_citizen
  with check (person_id = (select viewer_person()));
create policy "citizen changes own contact" on contact for update to quinze_citizen
  using (person_id = (select viewer_person())) with check (person_id = (select viewer_person()));
create policy "citizen reads where they live" on household_address for select to quinze_citizen
  using (household_id = (select viewer_household()));
create policy "citizen reads mandates given or held" on mandate for select to quinze_citizen
  using (person_id = (select viewer_person()) or representative_id = (select viewer_person()));
-- Who was named by an authority is removed by it. Anyone may take back what they gave, or lay down what they hold.
create policy "citizen ends a mandate" on mandate for update to quinze_citizen
  using (revoked_at is null and (representative_id = (select viewer_person())
    or (person_id = (select viewer_person()) and kind in ('powerOfAttorney', 'communityHelper'))))
  with check (revoked_at is not null);
create policy "citizen changes own language" on person for update to quinze_citizen
  using (id = (select viewer_person())) with check (id = (select viewer_person()));

-- What a representative reported for a person alone is that person's to read as well.
alter policy "citizen reads filings of own time" on filing using (
  (kind <> 'privateChange' or coalesce(for_person, filed_by_person) = (select viewer_person()))
  and exists (
    select 1 from household_member m
    where m.household_id = filing.household_id and m.person_id = (select viewer_person()) and m.role = 'adult'
      and to_char(filing.received_at at time zone 'America/Toronto', 'YYYY-MM-DD') >= m.from_day
      and (m.until_day is null
        or to_char(filing.received_at at time zone 'America/Toronto', 'YYYY-MM-DD') < m.until_day)));
alter policy "citizen confirms" on filing_confirmation with check (
  person_id = (select viewer_person())
  and filing_id in (select f.id from filing f
    where f.household_id = (select viewer_household())
      and coalesce(f.for_person, f.filed_by_person) is distinct from (select viewer_person())));
alter policy "citizen files" on filing with check (
  household_id = (select viewer_household()) and filed_by_person = (select viewer_person()) and channel = 'web'
  and mandate_id is null);
alter policy "citizen finds what was parked" on parked_submission using (
  person_id = (select viewer_person()) and mandate_id is null and parked_at > (select app_now()) - interval '24 hours');
alter policy "citizen takes back what was parked" on parked_submission
  using (person_id = (select viewer_person()) and mandate_id is null);

grant select on household_address to quinze_agent, quinze_supervisor;
create policy "agent reads addresses" on household_address for select to quinze_agent
  using (not protected and household_id in (select h.id from household h));
create policy "supervisor reads addresses" on household_address for select to quinze_supervisor
  using (household_id in (select h.id from household h));

-- The representative: in the place of the person, within the rights of the mandate. The household and the person are
-- those the mandate names; without a living mandate they are nobody's.
grant select on office, household, household_member, person, household_situation, adult_constraint, filing_obligation,
  filing_extension, statement_draft, filing, filing_confirmation, expected_payment, parked_submission, mandate
  to quinze_representative;
grant insert, update, delete on statement_draft to quinze_representative;
grant insert on filing, expected_payment, audit, outbox to quinze_representative;
grant delete on parked_submission to quinze_representative;

create policy "representative reads offices" on office for select to quinze_representative using (true);
create policy "representative reads the household" on household for select to quinze_representative
  using (id = (select viewer_household()));
create policy "representative reads the person's membership" on household_member for select to quinze_representative
  using (person_id = (select viewer_person()));
create policy "representative reads who lives there now" on household_member for select to quinze_representative
  using (household_id = (select viewer_household()) and until_day is null);
create policy "representative reads the household's people" on person for select to quinze_representative
  using (id in (select m.person_id from household_member m));
create policy "representative reads the situation" on household_situation for select to quinze_representative
  using (household_id = (select viewer_household()));
create policy "representative reads constraints" on adult_constraint for select to quinze_representative
  using (person_id in (select m.person_id from household_member m));
create policy "representative reads obligations" on filing_obligation for select to quinze_representative
  using (household_id = (select viewer_household()));
create policy "representative reads extensions" on filing_extension for select to quinze_representative
  using (household_id is null or household_id = (select viewer_household()));
create policy "representative keeps own drafts" on statement_draft for all to quinze_representative
  using (person_id = (select viewer_actor()) and household_id = (select viewer_household()))
  with check (person_id = (select viewer_actor()) and household_id = (select viewer_household())
    and ((select viewer_mandate_has('file')) or (select viewer_mandate_has('report'))));
create policy "representative reads filings of the person's time" on filing for select to quinze_representative
  using (
    (kind <> 'privateChange' or (filed_by_person = (select viewer_actor()) and for_person = (select viewer_person())))
    and exists (
      select 1 from household_member m
      where m.household_id = filing.household_id and m.person_id = (select viewer_person()) and m.role = 'adult'
        and to_char(filing.received_at at time zone 'America/Toronto', 'YYYY-MM-DD') >= m.from_day
        and (m.until_day is null
          or to_char(filing.received_at at time zone 'America/Toronto', 'YYYY-MM-DD') < m.until_day)));
create policy "representative files" on filing for insert to quinze_representative
  with check (
    household_id = (select viewer_household()) and filed_by_person = (select viewer_actor()) and channel = 'web'
    and mandate_id = (select viewer_mandate()) and for_person = (select viewer_person())
    and case kind when 'statement' then (select viewer_mandate_has('file')) else (select viewer_mandate_has('report')) end);
create policy "representative reads confirmations" on filing_confirmation for select to quinze_representative
  using (filing_id in (select f.id from filing f));
create policy "representative reads expected payments" on expected_payment for select to quinze_representative
  using (filing_id in (select f.id from filing f)
    or (filing_id is null and household_id = (select viewer_household())));
create policy "representative's filing leads to a payment" on expected_payment for insert to quinze_representative
  with check (household_id = (select viewer_household()));
create policy "representative finds what was parked" on parked_submission for select to quinze_representative
  using (person_id = (select viewer_actor()) and mandate_id = (select viewer_mandate())
    and parked_at > (select app_now()) - interval '24 hours');
create policy "representative takes back what was parked" on parked_submission for delete to quinze_representative
  using (person_id = (select viewer_actor()) and mandate_id = (select viewer_mandate()));
create policy "representative reads own mandates" on mandate for select to quinze_representative
  using (representative_id = (select viewer_actor()));
create policy "representative leaves a trace" on audit for insert to quinze_representative
  with check (
    actor_kind = 'representative' and actor_id = (select viewer_actor())
    and (household_id is null or household_id = (select viewer_household())));
create policy "representative's acts are announced" on outbox for insert to quinze_representative
  with check (sent_at is null and person_id = (select viewer_person()));
