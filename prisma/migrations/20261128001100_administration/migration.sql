-- The administration: what a policy would change, what would be erased, and a later limit for one household.

-- The facts a payment depends on, for households drawn at random: neither name, nor number, nor words, and only for the
-- worker, who counts them and keeps none (src/decisions/trying-a-policy.md). The draw is the same each time over the same
-- table. `files` is how many households there are in all.
create function policy_cases(month_paid text, most integer)
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
    -- Far past what a draw may give: a bound, never a choice of who is counted.
    limit 2 * most;
end $$;
revoke execute on function policy_cases(text, integer) from public;
grant execute on function policy_cases(text, integer) to quinze_worker;

-- How much of each kind is older than it is kept. `older` gives the last moment of each kind that would be erased; the law
-- of it is in `domain/retention`. Counts stop at ten thousand, and nothing is erased here.
create function retention_counts(older jsonb) returns table (kind text, count bigint)
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
revoke execute on function retention_counts(jsonb) from public;
grant execute on function retention_counts(jsonb) to quinze_supervisor;

-- A later limit for one household is granted by one person of its office, with a reason both languages give. It is never
-- taken back: the latest limit wins (src/domain/statement/deadline.ts).
grant insert (scope, household_id, month, new_instant, reason_fr, reason_en, decided_by) on filing_extension
  to quinze_agent, quinze_supervisor;
create policy "agent extends for one household" on filing_extension for insert to quinze_agent
  with check (scope = 'household' and decided_by = (select viewer_staff())
    and household_id in (select h.id from household h where h.office_id = (select viewer_office())));
create policy "supervisor extends for one household" on filing_extension for insert to quinze_supervisor
  with check (scope = 'household' and decided_by = (select viewer_staff())
    and household_id in (select h.id from household h where h.office_id = (select viewer_office())));

-- The share of refusals that a second person reads, changed by two supervisors from a day to come. What was granted is the
-- policy: rows are added, never edited, and the opposite is asked the same way. Who refuses may never turn it off.
alter table proposal drop constraint "proposal_kind_check", drop constraint "proposal_says_what",
  add column "one_in" smallint check (one_in between 1 and 50),
  add column "from_day" text check (is_day(from_day)),
  add constraint "proposal_kind_check" check (kind in ('role', 'extension', 'sampling')),
  add constraint "proposal_says_what" check (case kind
    when 'role' then num_nonnulls(staff_id, role) = 2
      and num_nonnulls(scope, region_code, month, new_instant, reason_en, one_in, from_day) = 0
      and (role in ('agent', 'supervisor')) = (office_id is not null)
    when 'extension' then num_nonnulls(scope, month, new_instant, reason_en) = 4
      and num_nonnulls(staff_id, role, one_in, from_day) = 0
      and (scope = 'region') = (region_code is not null) and (scope = 'office') = (office_id is not null)
    else num_nonnulls(one_in, from_day) = 2
      and num_nonnulls(staff_id, role, scope, region_code, office_id, month, new_instant, reason_en) = 0 end);
create unique index "proposal_one_sampling_at_once" on "proposal" ("kind") where kind = 'sampling' and decided_at is null;
grant insert (one_in, from_day) on proposal to quinze_supervisor;

-- The shares granted, the newest first: each from its day, and never before the day after it was granted.
create function four_eyes_samplings() returns table (from_day text, one_in smallint)
  language sql stable security definer set search_path = public, pg_temp
as $$
  select greatest(p.from_day, to_char((p.decided_at at time zone 'America/Toronto') + interval '1 day', 'YYYY-MM-DD')), p.one_in
  from proposal p where p.kind = 'sampling' and p.outcome = 'granted' order by 1 desc, p.decided_at desc
$$;
revoke execute on function four_eyes_samplings() from public;
grant execute on function four_eyes_samplings() to quinze_agent, quinze_supervisor;
