-- An application that is accepted makes a household, once its decision has left: until then it can be undone, and nothing
-- of it may be seen. What is to be made is written when it is accepted, by the rules of src/domain/application/admission.ts.

create table "admission" (
  "application_id" uuid primary key,
  -- Drawn once: an acceptance that is undone and taken again keeps it.
  "file_number" text not null unique check (file_number ~ '^[A-Z0-9]+(-[A-Z0-9]+)*$'),
  -- What the agent settled: who is known already, the programme, the constraints.
  "choices" jsonb not null default '{}',
  -- The version it was made of.
  "version_id" uuid,
  -- The rows to make. For this database alone, and forgotten once they are made.
  "plan" jsonb,
  "prepared_by" uuid not null,
  "prepared_at" timestamptz(3) not null default app_now(),
  -- Why it could not be made: the code of the database. A person looks.
  "problem" text,
  "household_id" uuid unique,
  "admitted_at" timestamptz(3),
  constraint "admission_application_id_fkey" foreign key ("application_id") references "application" ("id") on delete restrict on update cascade,
  constraint "admission_household_id_fkey" foreign key ("household_id") references "household" ("id") on delete cascade on update cascade,
  constraint "admission_prepared_by_fkey" foreign key ("prepared_by") references "staff_member" ("id") on delete restrict on update cascade,
  constraint "admission_is_done_whole" check ((household_id is null) = (admitted_at is null)),
  constraint "admission_forgets_its_plan" check (admitted_at is null or plan is null)
);
create index "admission_to_make" on "admission" ("application_id") where plan is not null and problem is null;

-- Who is known already -----------------------------------------------------------------------------------------------

create index "person_birth_date_idx" on "person" ("birth_date");

-- Letters as they are compared: small, without accents, hyphens or spaces.
create function compared_name(written text) returns text language sql immutable parallel safe
  as $$ select regexp_replace(lower(normalize(written, NFD)), '[\u0300-\u036f''\u2019. -]', '', 'g') $$;

-- Who an adult or a child of an application may be already: the account it is attached to, someone of the file number
-- they gave born the same day, or someone of the same name born the same day. Only for whoever may read the application.
-- Says which file they are in, or were in last, and whether they live there now. Never merges anyone.
create function known_people(application uuid, which text, given text, family text, birth text, number text)
  returns table (person_id uuid, given_name text, family_name text, birth_date text, how text, file_number text, lives_there boolean)
  language sql stable security definer set search_path = public, pg_temp
as $$
  with allowed as (
    select a.id from application a where a.id = known_people.application and a.sent_at is not null
      and viewer_staff() is not null
      and (a.office_id = viewer_office() or a.office_id in (select o.id from office o where o.kind = 'contactCentre'))),
  found as (
    select m.person_id as id, 1 as rank, 'account' as how from allowed
      join application_adult m on m.application_id = allowed.id and m.adult = which and m.person_id is not null
    union all
    select p.id, 2, 'fileNumber' from allowed, household h
      join household_member m on m.household_id = h.id join person p on p.id = m.person_id
      where number <> '' and compared_file_number(h.file_number) = compared_file_number(number) and p.birth_date = birth
    union all
    select p.id, 3, 'sameName' from allowed, person p
      where p.birth_date = birth and compared_name(p.given_name) = compared_name(given)
        and compared_name(p.family_name) = compared_name(family)),
  once as (
    select distinct on (id) id, rank, found.how from found order by id, rank)
  select p.id, p.given_name, p.family_name, p.birth_date, once.how, home.file_number, coalesce(home.until_day is null, false)
  from once join person p on p.id = once.id
    left join lateral (
      select h.file_number, m.until_day, m.household_id from household_member m join household h on h.id = m.household_id
      where m.person_id = p.id order by m.until_day is null desc, m.from_day desc limit 1) home on true
  order by once.rank, p.id limit 5
$$;

-- What follows a decision that has left -----------------------------------------------------------------------------

-- Makes the household of an admission: everything, or nothing.
create function make_household(wanted uuid) returns uuid
  language plpgsql volatile security definer set search_path = public, pg_temp
as $$
declare
  a admission;
  of_office uuid;
  home uuid;
  since text;
  one jsonb;
  person uuid;
  left_home uuid;
begin
  select * into a from admission where application_id = wanted and admitted_at is null and plan is not null for update;
  if not found then return null; end if;
  select office_id into of_office from application where id = wanted;
  since := a.plan ->> 'fromDay';
  insert into household (file_number, office_id) values (a.file_number, of_office) returning id into home;
  for one in select value from jsonb_array_elements(a.plan -> 'people') loop
    person := (one ->> 'personId')::uuid;
    if person is null then
      insert into person (given_name, family_name, birth_date, language)
        values (one ->> 'givenName', one ->> 'familyName', one ->> 'birthDate', one ->> 'language') returning id into person;
    elsif one ->> 'role' = 'adult' then
      -- Where they lived until now they live no more: that office is to look at it.
      update household_member m set until_day = since
        where m.person_id = person and m.role = 'adult' and m.until_day is null and m.from_day < since
        returning household_id into left_home;
      if left_home is not null then
        perform open_task('flag', left_home, h.office_id, h.id, null, null, 3::smallint, null) from household h where h.id = left_home;
        insert into task_event (task_id, verb, to_state, details)
          select t.id, 'note', t.state, '{"why": "adultLeft"}' from task t where t.kind = 'flag' and t.subject_id = left_home;
        left_home := null;
      end if;
    end if;
    insert into household_member (household_id, person_id, role, from_day) values (home, person, one ->> 'role', since);
    if one ->> 'constraint' in ('temporary', 'severe') and not exists (select from adult_constraint c
        where c.person_id = person and c.kind = one ->> 'constraint' and c.until_day is null) then
      insert into adult_constraint (person_id, kind, from_day) values (person, one ->> 'constraint', since);
    end if;
    if jsonb_typeof(one -> 'contact') = 'object' then
      insert into contact (person_id, email, mobile, notify_by, safe_note)
        values (person, one -> 'contact' ->> 'email', one -> 'contact' ->> 'mobile', one -> 'contact' ->> 'notifyBy',
          one -> 'contact' ->> 'safeNote')
        on conflict (person_id) do nothing;
    end if;
    if jsonb_typeof(one -> 'code') = 'object' then
      insert into auth."access_code" (person_id, file_number, digest, sealed, issued_at, reason)
        values (person, compared_file_number(a.file_number), decode(one -> 'code' ->> 'digest', 'hex'),
          decode(one -> 'code' ->> 'sealed', 'hex'), app_now(), 'first')
        on conflict (person_id) do update set file_number = excluded.file_number, digest = excluded.digest,
          sealed = excluded.sealed, issued_at = excluded.issued_at, reason = 'renewal', printed_at = null;
    end if;
  end loop;
  insert into household_situation (household_id, from_month, programme, lives_with_parents, spouse_of_student,
      subsidised_dwelling, fluctuating_income, on_assistance_since)
    select home, s."onAssistanceSince", s.programme, s."livesWithParents", s."spouseOfStudent", s."subsidisedDwelling",
      s."fluctuatingIncome", s."onAssistanceSince"
    from jsonb_to_record(a.plan -> 'situation') as s(programme text, "livesWithParents" boolean, "spouseOfStudent" boolean,
      "subsidisedDwelling" boolean, "fluctuatingIncome" boolean, "onAssistanceSince" text);
  if jsonb_typeof(a.plan -> 'address') = 'object' then
    insert into household_address (household_id, street, unit, city, postal_code, from_day, protected)
      select home, d.street, d.unit, d.city, d."postalCode", since, d.protected
      from jsonb_to_record(a.plan -> 'address') as d(street text, unit text, city text, "postalCode" text, protected boolean);
  end if;
  if jsonb_typeof(a.plan -> 'deposit') = 'object' then
    insert into direct_deposit (household_id, sealed, masked, since_month)
      values (home, decode(a.plan -> 'deposit' ->> 'sealed', 'hex'), a.plan -> 'deposit' ->> 'masked', left(since, 7));
  end if;
  insert into expected_payment (household_id, month, total_cents, benefit)
    select home, b ->> 'month', (b ->> 'totalCents')::integer, b from jsonb_array_elements(a.plan -> 'payments') b;
  insert into filing_obligation (household_id, month, files, reason, decided_by)
    select home, o ->> 'month', 'whenChanged', o ->> 'reason', a.prepared_by from jsonb_array_elements(a.plan -> 'spared') o;
  update admission set household_id = home, admitted_at = app_now(), plan = null where application_id = wanted;
  insert into audit (actor_kind, act, subject_kind, subject_id, household_id)
    values ('machine', 'admitted', 'application', wanted, home);
  return home;
end $$;

-- Someone whose application is accepted waits for a household that is not there: the office is to look, before the rest.
create function flag_admission(wanted uuid) returns void
  language plpgsql volatile security definer set search_path = public, pg_temp
as $$
begin
  perform open_task('flag', wanted, p.office_id, null, p.id, null, 2::smallint, null) from application p where p.id = wanted;
  insert into task_event (task_id, verb, to_state, details)
    select t.id, 'note', t.state, '{"why": "notAdmitted"}' from task t where t.kind = 'flag' and t.subject_id = wanted;
end $$;

-- Does what decisions that have left bring with them: makes the households of applications accepted, and writes the
-- payments that a review gave. Called again, it does nothing twice; what fails is noted, and keeps nothing else waiting.
create function follow_decisions() returns integer
  language plpgsql volatile security definer set search_path = public, pg_temp
as $$
declare
  done integer := 0;
  wanted uuid;
  answered record;
begin
  for wanted in
    select a.application_id from admission a
    where a.plan is not null and a.problem is null and exists (select from decision d join task t on t.id = d.task_id
      where d.application_id = a.application_id and t.kind in ('application', 'review') and d.undone_at is null
        and d.leaves_at <= app_now() and d.outcome in ('accepted', 'partlyAccepted', 'changed')
        and not exists (select from decision n where n.replaces = d.id and n.undone_at is null))
    order by a.application_id for update of a skip locked
  loop
    begin
      perform make_household(wanted);
      done := done + 1;
    exception when others then
      update admission set problem = sqlstate where application_id = wanted;
      perform flag_admission(wanted);
    end;
  end loop;
  -- Accepted, and nobody prepared its household, or what was prepared leaves a question open: a person looks.
  for wanted in
    select d.application_id from decision d join task t on t.id = d.task_id
      left join admission a on a.application_id = d.application_id
    where d.application_id is not null and d.household_id is null and t.kind in ('application', 'review')
      and d.undone_at is null and d.outcome in ('accepted', 'partlyAccepted', 'changed')
      and d.leaves_at between app_now() - interval '7 days' and app_now()
      and not exists (select from decision n where n.replaces = d.id and n.undone_at is null)
      and a.household_id is null and a.plan is null and a.problem is null
      and not exists (select from task f where f.kind = 'flag' and f.subject_id = d.application_id)
  loop
    update admission set problem = 'notPrepared' where application_id = wanted;
    perform flag_admission(wanted);
  end loop;
  for answered in
    select r.id, d.household_id, d.outcome, d.benefit from review_request r
      join task t on t.kind = 'review' and t.subject_id = r.id
      join decision d on d.task_id = t.id and d.undone_at is null and d.leaves_at <= app_now()
        and not exists (select from decision n where n.replaces = d.id and n.undone_at is null)
    where r.asked_at is not null and r.followed_at is null
    for update of r skip locked
  loop
    if answered.household_id is not null and answered.benefit is not null
        and answered.outcome in ('accepted', 'partlyAccepted', 'changed', 'released') then
      insert into expected_payment (household_id, month, total_cents, benefit)
        select answered.household_id, b ->> 'month', (b ->> 'totalCents')::integer, b
        from jsonb_array_elements(case when jsonb_typeof(answered.benefit) = 'array' then answered.benefit
          else jsonb_build_array(answered.benefit) end) b
        where b ->> 'month' is not null and b ->> 'totalCents' is not null;
    end if;
    update review_request set followed_at = app_now() where id = answered.id;
    done := done + 1;
  end loop;
  return done;
end $$;

revoke execute on function compared_name(text), known_people(uuid, text, text, text, text, text), make_household(uuid),
  flag_admission(uuid), follow_decisions() from public;
grant execute on function known_people(uuid, text, text, text, text, text) to quinze_agent, quinze_supervisor;
grant execute on function follow_decisions() to quinze_worker;

-- Walls ----------------------------------------------------------------------------------------------------------------

alter table admission enable row level security;
grant select (application_id, file_number, choices, version_id, prepared_by, prepared_at, problem, household_id, admitted_at),
  insert (application_id, file_number, choices, version_id, plan, prepared_by),
  update (choices, version_id, plan, prepared_by, prepared_at, problem) on admission to quinze_agent, quinze_supervisor;
create policy "agent reads admissions" on admission for select to quinze_agent
  using (exists (select 1 from application a where a.id = application_id));
create policy "agent prepares admissions" on admission for insert to quinze_agent
  with check (prepared_by = (select viewer_staff()) and exists (select 1 from application a where a.id = application_id));
create policy "agent prepares admissions anew" on admission for update to quinze_agent
  using (admitted_at is null and exists (select 1 from application a where a.id = application_id))
  with check (prepared_by = (select viewer_staff()) and problem is null);
create policy "supervisor reads admissions" on admission for select to quinze_supervisor
  using (exists (select 1 from application a where a.id = application_id));
create policy "supervisor prepares admissions" on admission for insert to quinze_supervisor
  with check (prepared_by = (select viewer_staff()) and exists (select 1 from application a where a.id = application_id));
create policy "supervisor prepares admissions anew" on admission for update to quinze_supervisor
  using (admitted_at is null and exists (select 1 from application a where a.id = application_id))
  with check (prepared_by = (select viewer_staff()) and problem is null);
