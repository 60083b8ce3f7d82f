-- Closing a file: every adult of it died, they left Québec for good, or the person wants no more assistance. A person
-- decides; what follows is derived from the decision that has left, and stored nowhere else (src/decisions/closing-a-file.md).

alter table "task" drop constraint "task_kind_check", add constraint "task_kind_check" check (kind in
  ('statement', 'change', 'missing', 'application', 'document', 'message', 'review', 'closing', 'flag'));
alter table "decision" drop constraint "decision_kind_check", add constraint "decision_kind_check" check (kind in
  ('statement', 'change', 'missing', 'application', 'review', 'closing'));
-- What was typed in the form that asks for it, when it was refused: the person's, and the office's.
alter table "account_form" drop constraint "account_form_form_check",
  add constraint "account_form_form_check" check (form in
    ('contact', 'address', 'deposit', 'code', 'message', 'privacyRequest', 'closing'));

alter table "staff_form" drop constraint "staff_form_form_check",
  add constraint "staff_form_form_check" check (form in ('privacyAnswer', 'privacyExtension', 'incident', 'closing'));
grant select, insert, update, delete on staff_form to quinze_agent;
create policy "agent keeps own forms" on staff_form for all to quinze_agent
  using (staff_id = (select viewer_staff())) with check (staff_id = (select viewer_staff()));

-- What was told of a closing. Insert only: what becomes of it is its task's.
create table "closing_request" (
  "id" uuid primary key default uuidv7(),
  "household_id" uuid not null,
  "cause" text not null check (cause in ('death', 'leftQuebec', 'ownRequest')),
  -- The day it happened; of one's own request, the month from which no assistance is wanted.
  "day" text check (is_day(day)),
  "month" text check (is_month(month)),
  "told_by" text not null check (told_by in ('person', 'office', 'others')),
  "words" text check (char_length(words) between 1 and 2000),
  -- Who asked: the person themself, or a member of the staff.
  "person_id" uuid,
  "staff_id" uuid,
  "at" timestamptz(3) not null default app_now(),
  constraint "closing_request_household_id_fkey" foreign key ("household_id") references "household" ("id") on delete cascade on update cascade,
  constraint "closing_request_person_id_fkey" foreign key ("person_id") references "person" ("id") on delete restrict on update cascade,
  constraint "closing_request_staff_id_fkey" foreign key ("staff_id") references "staff_member" ("id") on delete restrict on update cascade,
  constraint "closing_request_is_someones" check (num_nonnulls(person_id, staff_id) = 1),
  constraint "closing_request_says_when" check (num_nonnulls(day, month) = 1 and (cause = 'ownRequest') = (month is not null)),
  constraint "closing_request_of_oneself" check (cause <> 'ownRequest' or told_by = 'person'),
  constraint "closing_request_of_the_dead" check (cause <> 'death' or told_by <> 'person'),
  constraint "closing_request_by_the_person" check (person_id is null or cause = 'ownRequest')
);
create index "closing_request_household_id_idx" on "closing_request" ("household_id");

-- What is closed -----------------------------------------------------------------------------------------------------

create function next_month(of_month text) returns text language sql immutable parallel safe
  as $$ select to_char((of_month || '-01')::date + interval '1 month', 'YYYY-MM') $$;

create index "decision_ending" on "decision" ("household_id") where outcome = 'ended' and undone_at is null;

-- The closing of each file that is closed: a decision that has left and stands, neither replaced nor changed by a review
-- in the person's favour. The same rule as `closedBy` of src/domain/decision/closing.ts, which a test compares. Read by
-- nobody but the functions of this database.
create view standing_closing as
  select distinct on (d.household_id) d.household_id, d.id as decision_id, d.from_month, d.leaves_at as left_at
  from decision d
  where d.outcome = 'ended' and d.household_id is not null and d.from_month is not null
    and d.undone_at is null and d.leaves_at <= app_now()
    and not exists (select from decision n where n.replaces = d.id and n.undone_at is null and n.leaves_at <= app_now())
    and not exists (select from review_request r join task t on t.kind = 'review' and t.subject_id = r.id
        join decision a on a.task_id = t.id
      where r.decision_id = d.id and a.undone_at is null and a.leaves_at <= app_now()
        and a.outcome in ('changed', 'released', 'accepted', 'partlyAccepted')
        and not exists (select from decision n where n.replaces = a.id and n.undone_at is null and n.leaves_at <= app_now()))
  order by d.household_id, d.from_month, d.leaves_at;

-- What was asked and still waits for a decision, or for one to leave.
create view pending_closing as
  select c.household_id, c.id, t.id as task_id
  from closing_request c join task t on t.kind = 'closing' and t.subject_id = c.id
  where t.ended_at is null or (t.state = 'decided' and exists (select from decision d
    where d.task_id = t.id and d.undone_at is null and d.leaves_at > app_now()));

-- Whether whoever looks may know of the closing of a household: their own, one of their office, one they opened.
create function closing_is_seen(home uuid) returns boolean
  language sql stable security definer set search_path = public, pg_temp
as $$
  select case when current_setting('role') in ('quinze_agent', 'quinze_supervisor', 'quinze_contact') then
      exists (select from household h where h.id = home and h.office_id = viewer_office())
      or exists (select from file_opening o where o.household_id = home and o.staff_id = viewer_staff() and o.until > app_now())
    else home = viewer_household() end
$$;

-- The closing of a household, as its pages tell it; null while it is open.
create function closing_of(home uuid) returns jsonb
  language sql stable security definer set search_path = public, pg_temp
as $$
  select jsonb_build_object('decisionId', c.decision_id, 'fromMonth', c.from_month,
    'leftAt', to_char(c.left_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'))
  from standing_closing c where c.household_id = home and closing_is_seen(home)
$$;

-- Where a household stands before something is asked: `closed`, `asked` already, or `open`. Whoever asks at the same moment
-- waits for its turn.
create function closing_state(home uuid) returns text
  language plpgsql volatile security definer set search_path = public, pg_temp
as $$
begin
  if closing_is_seen(home) is not true then return null; end if;
  perform pg_advisory_xact_lock(hashtextextended('closing ' || home::text, 0));
  if exists (select from standing_closing c where c.household_id = home) then return 'closed'; end if;
  if exists (select from pending_closing p where p.household_id = home) then return 'asked'; end if;
  return 'open';
end $$;

-- One at a time, and none of a file that is closed: the wall under the command.
create function closing_stands_alone() returns trigger
  language plpgsql volatile security definer set search_path = public, pg_temp
as $$
begin
  perform pg_advisory_xact_lock(hashtextextended('closing ' || new.household_id::text, 0));
  if exists (select from standing_closing c where c.household_id = new.household_id)
    or exists (select from pending_closing p where p.household_id = new.household_id) then
    raise exception 'The closing of this file was asked already' using errcode = 'unique_violation';
  end if;
  return new;
end $$;
create trigger "closing_stands_alone" before insert on "closing_request" for each row execute function closing_stands_alone();

create function closing_opens_task() returns trigger
  language plpgsql volatile security definer set search_path = public, pg_temp
as $$
begin
  perform open_task('closing', new.id, h.office_id, h.id, null, null, 3::smallint, null)
    from household h where h.id = new.household_id;
  return null;
end $$;
create trigger "closing_opens_task" after insert on "closing_request" for each row execute function closing_opens_task();

-- What was asked by the people of the household looking. Words are of who wrote them.
create view closings_of_viewer with (security_barrier) as
  select c.id, c.at as asked_at, c.month, p.given_name, c.staff_id is not null as by_office,
    case when c.person_id = (select viewer_person()) then c.words end as words,
    case when t.state = 'withdrawn' then t.ended_at end as withdrawn_at,
    exists (select from pending_closing w where w.id = c.id) as pending
  from closing_request c left join person p on p.id = c.person_id
    left join task t on t.kind = 'closing' and t.subject_id = c.id
  where c.household_id = (select viewer_household()) and c.cause = 'ownRequest';

-- Either adult takes back what was asked, until its decision has left: then only a review, or a new application, helps.
create function withdraw_closing() returns text
  language plpgsql volatile security definer set search_path = public, pg_temp
as $$
declare
  wanted task;
begin
  select t.* into wanted from task t where t.kind = 'closing' and t.id in (
      select p.task_id from pending_closing p join closing_request c on c.id = p.id
      where p.household_id = viewer_household() and c.cause = 'ownRequest')
    for update;
  if wanted.id is null or wanted.state = 'withdrawn' then return 'nothing'; end if;
  if exists (select from decision d where d.task_id = wanted.id and d.undone_at is null and d.leaves_at <= app_now()) then
    return 'left';
  end if;
  update decision set undone_at = app_now() where task_id = wanted.id and undone_at is null;
  update task set state = 'withdrawn', version = version + 1, ended_at = app_now(), changed_at = app_now(), until_day = null
    where id = wanted.id;
  insert into task_event (task_id, verb, from_state, to_state, details)
    values (wanted.id, 'withdraw', wanted.state, 'withdrawn', '{"why": "withdrawn"}');
  return 'withdrawn';
end $$;

-- After a death ---------------------------------------------------------------------------------------------------------

create function closes_after_death(of decision) returns boolean
  language sql stable security definer set search_path = public, pg_temp
as $$
  select of.kind = 'closing' and of.outcome = 'ended' and exists (select from task t join closing_request c on c.id = t.subject_id
    where t.id = of.task_id and c.cause = 'death')
$$;

-- The decision has left: nobody goes on in the name of the dead. Their sessions and calls end, their codes are as unknown,
-- their digital identity opens no file, mandates that they gave or held are over. A review that finds otherwise gives none of it back: the office gives new codes.
create function death_ends_access() returns trigger
  language plpgsql volatile security definer set search_path = public, pg_temp
as $$
declare
  dead uuid[];
begin
  if not closes_after_death(new) then return null; end if;
  select array_agg(m.person_id) into dead from household_member m
    where m.household_id = new.household_id and m.role = 'adult' and m.until_day is null;
  with gone as (
    update auth."session" s set ended_at = app_now() from auth."user" u
      where u.id = s.user_id and u.person_id = any (dead) and s.ended_at is null returning s.id)
  insert into audit (actor_kind, act, subject_kind, subject_id, household_id, details)
    select 'machine', 'ended', 'session', id, new.household_id, '{"why": "death"}' from gone;
  with gone as (
    delete from auth."access_code" a where a.person_id = any (dead) returning a.person_id)
  insert into audit (actor_kind, act, subject_kind, subject_id, household_id, details)
    select 'machine', 'ended', 'accessCode', person_id, new.household_id, '{"why": "death"}' from gone;
  -- Whoever holds their digital identity finds no file by it.
  with gone as (
    delete from auth."account" a using auth."user" u where u.id = a.user_id and u.person_id = any (dead)
      returning u.person_id)
  insert into audit (actor_kind, act, subject_kind, subject_id, household_id, details)
    select 'machine', 'ended', 'person', person_id, new.household_id, '{"why": "death", "what": "identity"}' from gone;
  with gone as (
    update mandate set revoked_at = app_now()
      where (person_id = any (dead) or representative_id = any (dead)) and revoked_at is null returning id)
  insert into audit (actor_kind, act, subject_kind, subject_id, household_id, details)
    select 'machine', 'ended', 'mandate', id, new.household_id, '{"why": "death"}' from gone;
  delete from phone_call where person_id = any (dead);
  delete from auth."one_time_code" where person_id = any (dead);
  return null;
end $$;
create trigger "death_ends_access" after update of left_at on "decision" for each row
  when (old.left_at is null and new.left_at is not null) execute function death_ends_access();

-- As before; a notice after a death goes to the succession, by letter.
create or replace function notice_readers(of decision) returns jsonb
  language sql stable security definer set search_path = public, pg_temp
as $$
  select coalesce(jsonb_agg(jsonb_build_object('personId', r.person_id, 'adult', r.adult, 'name', r.name,
    'language', r.language, 'delivery', r.delivery, 'succession', r.succession) order by r.at), '[]')
  from (
    select m.id::text as at, p.id as person_id, null::text as adult, p.given_name || ' ' || p.family_name as name, p.language,
      case when not dead.are and exists (select from auth."user" u join auth."account" a on a.user_id = u.id
          where u.person_id = p.id) then 'portal'
        -- A letter about what one told in private would be opened at home.
        when of.person_id is not null then 'byHand'
        else coalesce((select case when a.protected then 'byHand' else 'mail' end from household_address a
          where a.household_id = of.household_id and a.from_day <= today() order by a.from_day desc limit 1), 'byHand') end as delivery,
      dead.are as succession
    from household_member m join person p on p.id = m.person_id
      cross join (select closes_after_death(of) as are) dead
    where m.household_id = of.household_id and m.role = 'adult' and m.until_day is null
      and (of.person_id is null or of.person_id = p.id)
    union all
    select s.adult, null, s.adult, w.name, a.language,
      case when exists (select from auth."user" u join auth."account" c on c.user_id = u.id where u.person_id = s.person_id) then 'portal'
        when answers.address ? 'street' and coalesce(answers.address ->> 'protectAddress', '') = '' then 'mail'
        else 'byHand' end, false
    from application a join application_adult s on s.application_id = a.id
      cross join lateral (select v.id, v.signed_name from application_version v where v.application_id = a.id
        order by v.version desc limit 1) v
      cross join lateral (select jsonb_object_agg(e.key, e.value) as address from application_version_part part,
        jsonb_each_text(part.answers) e where part.version_id = v.id and e.key in ('street', 'protectAddress') and e.value <> '') answers
      cross join lateral (select case s.adult when 'applicant' then v.signed_name else (select c.signed_name
        from application_confirmation c where c.application_id = a.id order by c.at desc, c.id desc limit 1) end as name) w
    where of.household_id is null and a.id = of.application_id and w.name is not null) r
$$;

-- What counts who files -------------------------------------------------------------------------------------------------

-- As before, with the month a file is closed from: nothing is missing of what it leads to.
drop function statements_not_received(text, uuid, integer);
create function statements_not_received(of_month text, after_id uuid, most integer) returns table (
  household_id uuid, office_id uuid, region_code text, programme text, fluctuating_income boolean,
  constraints text[], decided_files text, decided_reason text, task_state text, closed_from text)
  language sql stable security definer set search_path = public, pg_temp
as $$
  select h.id, h.office_id, o.region_code, s.programme, s.fluctuating_income,
    array(select coalesce((select c.kind from adult_constraint c where c.person_id = m.person_id
        and c.from_day <= of_month || '-01' and (c.until_day is null or c.until_day > of_month || '-01')
        order by c.kind = 'severe' desc limit 1), 'none')
      from household_member m where m.household_id = h.id and m.role = 'adult' and m.until_day is null),
    d.files, d.reason, t.state, (select c.from_month from standing_closing c where c.household_id = h.id)
  from household h
    join office o on o.id = h.office_id
    join lateral (select programme, fluctuating_income from household_situation
      where household_id = h.id and from_month <= of_month order by from_month desc limit 1) s on true
    left join filing_obligation d on d.household_id = h.id and d.month = of_month
    left join task t on t.kind = 'missing' and t.subject_id = missing_subject(h.id, of_month)
  where h.id > after_id
    and exists (select from household_member m where m.household_id = h.id and m.role = 'adult' and m.until_day is null)
    and not exists (select from filing f where f.household_id = h.id and f.kind = 'statement' and f.month = of_month)
  order by h.id limit most
$$;
revoke execute on function statements_not_received(text, uuid, integer) from public;
grant execute on function statements_not_received(text, uuid, integer) to quinze_worker;

-- As before, without the files that are closed.
create or replace function refresh_figures(wanted text, due_on text, rules jsonb, older_than interval) returns boolean
  language plpgsql volatile security definer set search_path = public, pg_temp
as $$
begin
  if not pg_try_advisory_xact_lock(hashtextextended('figures', 0)) then return false; end if;
  if exists (select from published_figures p
    where p.month = wanted and p.computed_at between app_now() - older_than and app_now()) then
    return false;
  end if;
  insert into published_figures (month, figures, computed_at)
  with rule as (
    select r.line, r.place from jsonb_array_elements(rules) with ordinality as r(line, place)),
  situation as (
    select distinct on (s.household_id) s.household_id, s.programme, s.fluctuating_income
    from household_situation s where s.from_month <= wanted order by s.household_id, s.from_month desc),
  adults as (
    select m.household_id,
      max(case c.kind when 'severe' then 2 when 'temporary' then 1 else 0 end) as severity
    from household_member m
      left join adult_constraint c on c.person_id = m.person_id and c.from_day <= wanted || '-01'
        and (c.until_day is null or c.until_day > wanted || '-01')
    where m.role = 'adult' and m.from_day <= due_on and (m.until_day is null or m.until_day > due_on)
      and not exists (select from standing_closing c where c.household_id = m.household_id and c.from_month <= next_month(wanted))
    group by m.household_id),
  first_statement as (
    select f.household_id, f.received_at, f.due_at, f.channel from filing f
    where f.kind = 'statement' and f.version = 1 and f.month = wanted),
  extension as (
    select e.region_code, e.office_id, e.household_id, max(e.new_instant) as until
    from filing_extension e where e.month = wanted group by 1, 2, 3),
  known as (
    select s.programme, s.fluctuating_income, a.severity, d.files as decided, f.received_at, f.channel,
      greatest(f.due_at, everyone.until, in_region.until, in_office.until, own.until) as due_at
    from situation s
      join adults a on a.household_id = s.household_id
      join household h on h.id = s.household_id
      join office o on o.id = h.office_id
      left join filing_obligation d on d.household_id = s.household_id and d.month = wanted
      left join first_statement f on f.household_id = s.household_id
      left join extension everyone on num_nonnulls(everyone.region_code, everyone.office_id, everyone.household_id) = 0
      left join extension in_region on in_region.region_code = o.region_code
      left join extension in_office on in_office.office_id = h.office_id
      left join extension own on own.household_id = s.household_id),
  dated as (
    select k.*, (k.due_at at time zone 'America/Toronto')::date - (k.received_at at time zone 'America/Toronto')::date as ahead
    from known k),
  grouped as (
    select g.programme, g.fluctuating_income, g.severity, g.decided,
      count(*) as asked,
      count(*) filter (where received_at is null) as missing,
      count(*) filter (where received_at <= due_at and ahead >= 8) as week_before,
      count(*) filter (where received_at <= due_at and ahead between 3 and 7) as days_before,
      count(*) filter (where received_at <= due_at and ahead between 1 and 2) as eve,
      count(*) filter (where received_at <= due_at and ahead <= 0) as last_day,
      count(*) filter (where received_at > due_at and ahead >= -7) as week_after,
      count(*) filter (where received_at > due_at and ahead < -7) as later,
      count(*) filter (where channel = 'web') as web,
      count(*) filter (where channel = 'telephone') as telephone,
      count(*) filter (where channel = 'counter') as counter,
      count(*) filter (where channel = 'paper') as paper
    from dated g group by 1, 2, 3, 4),
  asked as (
    select g.* from grouped g
    where coalesce(g.decided, (
      select r.line ->> 'files' from rule r
      where coalesce(r.line ->> 'programme', g.programme) = g.programme
        and coalesce(r.line ->> 'constraint', (array['none', 'temporary', 'severe'])[g.severity + 1])
          = (array['none', 'temporary', 'severe'])[g.severity + 1]
        and coalesce((r.line ->> 'fluctuatingIncome')::boolean, g.fluctuating_income) = g.fluctuating_income
      order by r.place limit 1)) = 'always'),
  total as (
    select coalesce(sum(a.asked), 0)::bigint as asked, coalesce(sum(a.missing), 0)::bigint as missing,
      coalesce(sum(a.week_before), 0)::bigint as week_before, coalesce(sum(a.days_before), 0)::bigint as days_before,
      coalesce(sum(a.eve), 0)::bigint as eve, coalesce(sum(a.last_day), 0)::bigint as last_day,
      coalesce(sum(a.week_after), 0)::bigint as week_after, coalesce(sum(a.later), 0)::bigint as later,
      coalesce(sum(a.web), 0)::bigint as web, coalesce(sum(a.telephone), 0)::bigint as telephone,
      coalesce(sum(a.counter), 0)::bigint as counter, coalesce(sum(a.paper), 0)::bigint as paper
    from asked a),
  left_off as (
    select count(distinct t.household_id) as begun from statement_draft t
    where t.kind = 'statement' and t.month = wanted
      and not exists (select from first_statement f where f.household_id = t.household_id))
  select wanted, jsonb_build_object(
      'asked', published_count(t.asked),
      'onTime', published_count(t.week_before + t.days_before + t.eve + t.last_day),
      'late', published_count(t.week_after + t.later),
      'missing', published_count(t.missing),
      'begun', published_count(l.begun),
      'times', jsonb_build_object(
        'weekBefore', published_count(t.week_before), 'daysBefore', published_count(t.days_before),
        'eve', published_count(t.eve), 'lastDay', published_count(t.last_day),
        'weekAfter', published_count(t.week_after), 'later', published_count(t.later)),
      'channels', jsonb_build_object(
        'web', published_count(t.web), 'telephone', published_count(t.telephone),
        'counter', published_count(t.counter), 'paper', published_count(t.paper))),
    app_now()
  from total t, left_off l
  on conflict (month) do update set figures = excluded.figures, computed_at = excluded.computed_at;
  return true;
end $$;

-- As before, without the files that are closed.
create or replace function policy_cases(month_paid text, most integer)
  returns table (files bigint, people jsonb, situations jsonb, filings jsonb)
  language plpgsql stable security definer set search_path = public, pg_temp
as $$
declare
  in_all bigint;
begin
  select count(*) into in_all from household;
  return query
    select in_all,
      (select coalesce(jsonb_agg(jsonb_build_object('id', p.id, 'birthDate', p.birth_date, 'role', m.role,
          'constraints', (select coalesce(jsonb_agg(jsonb_build_object('kind', c.kind, 'fromDay', c.from_day,
              'untilDay', c.until_day)), '[]') from adult_constraint c where c.person_id = p.id))), '[]')
        from household_member m join person p on p.id = m.person_id
        where m.household_id = h.id and m.until_day is null),
      (select jsonb_agg(jsonb_build_object('fromMonth', s.from_month, 'programme', s.programme,
          'livesWithParents', s.lives_with_parents, 'spouseOfStudent', s.spouse_of_student,
          'subsidisedDwelling', s.subsidised_dwelling, 'fluctuatingIncome', s.fluctuating_income,
          'onAssistanceSince', s.on_assistance_since, 'recoveryCents', s.recovery_cents) order by s.from_month)
        from household_situation s where s.household_id = h.id),
      (select coalesce(jsonb_agg(jsonb_build_object('kind', f.kind, 'month', f.month, 'version', f.version,
          'receivedAt', to_char(f.received_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
          'answers', jsonb_build_object('changed', f.answers -> 'changed', 'work', f.answers -> 'work',
            'selfEmployment', f.answers -> 'selfEmployment', 'otherIncome', f.answers -> 'otherIncome',
            'assets', f.answers -> 'assets', 'confirmed', f.answers -> 'confirmed'))
          order by f.received_at, f.version), '[]')
        from filing f where f.household_id = h.id and f.kind in ('statement', 'change') and f.month < month_paid)
    from household h tablesample bernoulli (least(100, 100.0 * most / greatest(1, in_all))) repeatable (15)
    where exists (select from household_member m where m.household_id = h.id and m.role = 'adult' and m.until_day is null)
      and exists (select from household_situation s where s.household_id = h.id and s.from_month <= month_paid)
      and not exists (select from standing_closing c where c.household_id = h.id and c.from_month <= month_paid)
    -- Far past what a draw may give: a bound, never a choice of who is counted.
    limit 2 * most;
end $$;

-- Walls -----------------------------------------------------------------------------------------------------------------

alter table closing_request enable row level security;

revoke execute on function next_month(text), closing_is_seen(uuid), closing_of(uuid), closing_state(uuid),
  closing_stands_alone(), closing_opens_task(), withdraw_closing(), closes_after_death(decision), death_ends_access() from public;
grant execute on function closing_of(uuid) to quinze_citizen, quinze_representative, quinze_assistant, quinze_caller,
  quinze_agent, quinze_contact, quinze_supervisor;
grant execute on function closing_state(uuid) to quinze_citizen, quinze_agent, quinze_supervisor;
grant execute on function withdraw_closing() to quinze_citizen;
grant select on closings_of_viewer to quinze_citizen;

-- A citizen reads what was asked in their view alone.
grant insert (household_id, cause, month, told_by, words, person_id) on closing_request to quinze_citizen;
create policy "citizen asks to close the file" on closing_request for insert to quinze_citizen
  with check (person_id = (select viewer_person()) and household_id = (select viewer_household()) and cause = 'ownRequest');

grant select, insert (household_id, cause, day, month, told_by, words, staff_id) on closing_request
  to quinze_agent, quinze_supervisor;
create policy "agent reads what closes files" on closing_request for select to quinze_agent
  using (exists (select 1 from task t where t.kind = 'closing' and t.subject_id = closing_request.id));
create policy "agent asks to close a file" on closing_request for insert to quinze_agent
  with check (staff_id = (select viewer_staff())
    and household_id in (select h.id from household h where h.office_id = (select viewer_office())));
create policy "supervisor reads what closes files" on closing_request for select to quinze_supervisor
  using (exists (select 1 from task t where t.kind = 'closing' and t.subject_id = closing_request.id));
create policy "supervisor asks to close a file" on closing_request for insert to quinze_supervisor
  with check (staff_id = (select viewer_staff())
    and household_id in (select h.id from household h where h.office_id = (select viewer_office())));
