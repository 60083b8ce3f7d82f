-- What is published of how the service does: counts of statements, month by month. Nobody is in them: each count is
-- rounded to ten, and one to nine is not given at all.

create table "published_figures" (
  "month" text primary key check (is_month(month)),
  "figures" jsonb not null,
  "computed_at" timestamptz(3) not null default app_now()
);
alter table published_figures enable row level security;
grant select on published_figures to quinze_anonymous;
create policy "anonymous reads published figures" on published_figures for select to quinze_anonymous using (true);

-- The first statements of a month, without opening their answers.
create index "filing_first_statement" on "filing" ("month", "household_id") include ("received_at", "due_at", "channel")
  where kind = 'statement' and version = 1;

-- A count as it is published. Rounding hides a small group behind a difference of two large ones as well.
create function published_count(counted bigint) returns integer language sql immutable parallel safe
  as $$ select case when counted = 0 then 0 when counted >= 10 then (round(counted / 10.0) * 10)::integer end $$;

-- Counts a month again when its figures are older than `older_than`; false when they are not, or when another process
-- is counting. The law stays where it is: `rules` are the lines of "who files" in the policy of the month, the first that
-- fits decides, and `due_on` is the day the statement was due. A household counts when it had an adult on that day, as it
-- was on the first of the month; an individual decision outranks the policy. On time is against the limit as it stands
-- now, extensions included.
create function refresh_figures(wanted text, due_on text, rules jsonb, older_than interval) returns boolean
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

revoke execute on function published_count(bigint), refresh_figures(text, text, jsonb, interval) from public;
-- Whoever finds them old has them counted again, as a worker: the web's readers only read.
grant execute on function refresh_figures(text, text, jsonb, interval) to quinze_worker;
