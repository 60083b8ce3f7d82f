-- The payments of a month. A run computes them for every household from what was received and had left at its cut-off;
-- two supervisors release it; only then are they what people see, and what the agency's own system is given
-- (src/decisions/payment-runs.md).

create table "payment_run" (
  "id" uuid primary key default uuidv7(),
  -- The month paid. Number 0 is the regular run; the others are supplementary.
  "month" text not null check (is_month(month)),
  "number" smallint not null check (number between 0 and 20),
  "cut_off" timestamptz(3) not null,
  -- `preparing`: its items are written, batch after batch. `checking`: its export is written and compared. `rehearsed`:
  -- it waits for two supervisors. `released`: what people see is written. `done`, or `nothing` to pay.
  "state" text not null default 'preparing' check (state in
    ('preparing', 'checking', 'rehearsed', 'released', 'done', 'nothing')),
  -- The last household that was computed, then the last whose payment was shown.
  "progress" uuid,
  "shown" uuid,
  -- The control totals kept by the batches, and those of the export; the digest is of the lines of the export, in order.
  "households" integer not null default 0 check (households >= 0),
  "pay_cents" bigint not null default 0 check (pay_cents >= 0),
  "digest" text not null default '' check (digest ~ '^([0-9a-f]{64})?$'),
  "export_households" integer,
  "export_cents" bigint,
  "export_digest" text,
  -- Against the month before: counts, sums and reasons, as the page shows them.
  "report" jsonb,
  "begun_at" timestamptz(3) not null default app_now(),
  "rehearsed_at" timestamptz(3),
  "released_at" timestamptz(3)
);
create unique index "payment_run_month_number_key" on "payment_run" ("month", "number");

-- A benefit as computed, with its lines: once for all the households in the same situation, by the digest of its text.
create table "payment_benefit" (
  "digest" text primary key check (digest ~ '^[0-9a-f]{32}$'),
  "benefit" json not null
);

create table "payment_item" (
  "run_id" uuid not null,
  "household_id" uuid not null,
  "file_number" text not null,
  "state" text not null check (state in ('paid', 'held', 'ended', 'notComputed')),
  -- The benefit of the month, what this run pays of it, and what was withheld from it for a debt.
  "total_cents" integer not null check (total_cents between 0 and 99999999),
  "pay_cents" integer not null check (pay_cents between 0 and 99999999 and pay_cents <= total_cents),
  "recovery_cents" integer not null check (recovery_cents between 0 and 99999999),
  -- The benefit of the month before; null when there was none.
  "before_cents" integer check (before_cents between 0 and 99999999),
  "carried_forward" boolean not null,
  "deposit" boolean not null,
  -- The decision of a person that holds it, ends it or sets it, and the statement it follows.
  "decision_id" uuid,
  "filing_id" uuid,
  "benefit" text,
  -- Why it differs from the month before: [{code, cause, cents}].
  "why" jsonb,
  primary key ("run_id", "household_id"),
  constraint "payment_item_run_id_fkey" foreign key ("run_id") references "payment_run" ("id") on delete cascade on update cascade,
  constraint "payment_item_household_id_fkey" foreign key ("household_id") references "household" ("id") on delete restrict on update cascade,
  constraint "payment_item_held_by_a_person" check (state not in ('held', 'ended') or (decision_id is not null and pay_cents = 0))
);
create index "payment_item_household_id_run_id_idx" on "payment_item" ("household_id", "run_id");

-- The payment people see says which run it is of.
alter table "expected_payment" add column "run_id" uuid,
  add constraint "expected_payment_run_id_fkey" foreign key ("run_id") references "payment_run" ("id") on delete restrict on update cascade;
create index "expected_payment_run_id_idx" on "expected_payment" ("run_id") where run_id is not null;

-- The walls: the machine writes, supervisors read, nobody else sees any of it. What is written is never changed.
alter table payment_run enable row level security;
alter table payment_benefit enable row level security;
alter table payment_item enable row level security;
grant select, insert (month, number, cut_off) on payment_run to quinze_worker;
grant update (state, progress, households, pay_cents, digest, export_households, export_cents, export_digest, report, rehearsed_at)
  on payment_run to quinze_worker;
grant select, insert on payment_benefit, payment_item to quinze_worker;
grant select on payment_run, payment_benefit, payment_item to quinze_supervisor;
create policy "worker reads runs" on payment_run for select to quinze_worker using (true);
create policy "worker begins a run" on payment_run for insert to quinze_worker with check (state = 'preparing');
create policy "worker goes on with a run" on payment_run for update to quinze_worker
  using (state in ('preparing', 'checking')) with check (state in ('preparing', 'checking', 'rehearsed', 'nothing'));
create policy "worker reads benefits" on payment_benefit for select to quinze_worker using (true);
create policy "worker keeps benefits" on payment_benefit for insert to quinze_worker with check (true);
create policy "worker reads items" on payment_item for select to quinze_worker using (true);
create policy "worker writes items" on payment_item for insert to quinze_worker
  with check (run_id in (select r.id from payment_run r where r.state = 'preparing'));
create policy "supervisor reads runs" on payment_run for select to quinze_supervisor using (true);
create policy "supervisor reads benefits" on payment_benefit for select to quinze_supervisor using (true);
create policy "supervisor reads items" on payment_item for select to quinze_supervisor using (true);

-- The facts of the next households of a run, in the order of their identifiers: neither name nor words, for the worker
-- alone. Only what had been received, and had left, at the instant `as_of`: asked again, it answers the same. A statement
-- that says nothing and was never corrected is told only when it is of the month before the one paid: it changes nothing.
create function payment_facts(month_paid text, as_of timestamptz, beyond uuid, most integer)
  returns table (id uuid, file_number text, deposit boolean, people json, situations json, filings json, decisions json,
    admitted json, duty json)
  -- Each household by its own rows: read through an index however many others there are.
  language sql stable security definer set search_path = public, pg_temp set enable_seqscan = off set jit = off
as $$
  with page as materialized (select h.id, h.file_number, to_char(as_of at time zone 'America/Toronto', 'YYYY-MM-DD') as day,
      to_char((month_paid || '-01')::date - interval '1 month', 'YYYY-MM') as month_before
    from household h where h.id > beyond order by h.id limit most)
  select p.id, p.file_number,
    exists (select from direct_deposit b where b.household_id = p.id and b.since_month <= month_paid)
      or exists (select from account_change b where b.household_id = p.id and b.kind = 'deposit' and b.cancelled_at is null
        and b.takes_effect_month <= month_paid and b.asked_at <= as_of),
    (select json_agg(json_build_object('id', one.id, 'birthDate', one.birth_date, 'role', m.role, 'constraints',
        (select coalesce(json_agg(json_build_object('kind', k.kind, 'fromDay', k.from_day, 'untilDay', k.until_day)
          order by k.from_day), '[]') from adult_constraint k where k.person_id = one.id)) order by m.role, one.birth_date, one.id)
      from household_member m join person one on one.id = m.person_id
      where m.household_id = p.id and m.from_day <= p.day and (m.until_day is null or m.until_day > p.day)),
    (select json_agg(json_build_object('fromMonth', s.from_month, 'programme', s.programme, 'livesWithParents',
        s.lives_with_parents, 'spouseOfStudent', s.spouse_of_student, 'subsidisedDwelling', s.subsidised_dwelling,
        'fluctuatingIncome', s.fluctuating_income, 'onAssistanceSince', s.on_assistance_since, 'recoveryCents',
        s.recovery_cents) order by s.from_month)
      from household_situation s where s.household_id = p.id and s.from_month <= month_paid),
    (select coalesce(json_agg(json_build_object('id', f.id, 'kind', f.kind, 'month', f.month, 'version', f.version,
        'receivedAt', to_char(f.received_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
        'answers', json_build_object('changed', f.answers -> 'changed', 'work', f.answers -> 'work', 'selfEmployment',
          f.answers -> 'selfEmployment', 'otherIncome', f.answers -> 'otherIncome', 'assets', f.answers -> 'assets',
          'confirmed', f.answers -> 'confirmed')) order by f.received_at, f.version), '[]')
      from filing f where f.household_id = p.id and f.kind in ('statement', 'change') and f.received_at <= as_of
        and (f.month >= p.month_before or f.kind = 'change' or f.version > 1 or f.answers -> 'changed' <> '[]'
          or f.answers -> 'confirmed' <> '[]')),
    (select coalesce(json_agg(json_build_object('id', d.id, 'kind', t.kind, 'outcome', d.outcome,
        'filingId', case when t.kind = 'review' then ft.subject_id when t.kind in ('statement', 'change') then t.subject_id end,
        'reviewOf', r.decision_id, 'decidedAt', to_char(d.decided_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
        'leftAt', to_char(d.leaves_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), 'fromMonth', d.from_month,
        'benefits', case when jsonb_typeof(d.benefit) = 'array' then d.benefit
          when d.benefit ->> 'totalCents' is not null then jsonb_build_array(d.benefit) else '[]' end,
        'onHold', d.outcome = 'held' and coalesce((select e.to_state from task_event e where e.task_id = t.id and e.at <= as_of
          order by e.at desc, e.id desc limit 1) = 'onHold', false)) order by d.leaves_at, d.id), '[]')
      from decision d join task t on t.id = d.task_id
        left join review_request r on t.kind = 'review' and r.id = t.subject_id
        left join decision fd on fd.id = r.decision_id left join task ft on ft.id = fd.task_id
      where d.household_id = p.id and d.undone_at is null and d.leaves_at <= as_of and not exists (select from decision n
        where n.replaces = d.id and n.undone_at is null and n.leaves_at <= as_of)),
    (select json_build_object('at', to_char(a.admitted_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
        'benefits', (select coalesce(json_agg(e.benefit order by e.month), '[]') from expected_payment e
          where e.household_id = p.id and e.filing_id is null and e.run_id is null and e.computed_at <= a.admitted_at))
      from admission a where a.household_id = p.id),
    (select json_build_object('files', o.files, 'reason', o.reason) from filing_obligation o
      where o.household_id = p.id and o.month = p.month_before)
  from page p order by p.id
$$;
revoke execute on function payment_facts(text, timestamptz, uuid, integer) from public;
grant execute on function payment_facts(text, timestamptz, uuid, integer) to quinze_worker;

-- What keeps a run from being released; null when nothing does. The three countings must agree: over the items as they are
-- now, by the batches that wrote them, by the export that was written from them.
create function payment_run_problem(which uuid) returns text
  language plpgsql stable security definer set search_path = public, pg_temp
as $$
declare
  r payment_run;
  counted record;
begin
  select * into r from payment_run x where x.id = which;
  if r.id is null then return 'gone'; end if;
  if r.state <> 'rehearsed' then return 'not-rehearsed'; end if;
  select count(*) as households, coalesce(sum(i.pay_cents), 0) as cents, count(*) filter (where i.state = 'notComputed') as unknown
    into counted from payment_item i where i.run_id = which;
  if counted.households <> r.households or counted.cents <> r.pay_cents
      or r.export_households is distinct from r.households or r.export_cents is distinct from r.pay_cents
      or r.export_digest is distinct from r.digest then
    return 'totals-differ';
  end if;
  if counted.unknown > 0 then return 'not-computed'; end if;
  return null;
end $$;
revoke execute on function payment_run_problem(uuid) from public;
grant execute on function payment_run_problem(uuid) to quinze_supervisor;

-- A release takes two, as everything in this table does.
alter table proposal drop constraint "proposal_kind_check", drop constraint "proposal_says_what",
  add column "run_id" uuid,
  add constraint "proposal_run_id_fkey" foreign key ("run_id") references "payment_run" ("id") on delete restrict on update cascade,
  add constraint "proposal_kind_check" check (kind in ('role', 'extension', 'sampling', 'payments')),
  add constraint "proposal_says_what" check (case kind
    when 'role' then num_nonnulls(staff_id, role) = 2
      and num_nonnulls(scope, region_code, month, new_instant, reason_en, one_in, from_day, run_id) = 0
      and (role in ('agent', 'supervisor')) = (office_id is not null)
    when 'extension' then num_nonnulls(scope, month, new_instant, reason_en) = 4
      and num_nonnulls(staff_id, role, one_in, from_day, run_id) = 0
      and (scope = 'region') = (region_code is not null) and (scope = 'office') = (office_id is not null)
    when 'sampling' then num_nonnulls(one_in, from_day) = 2
      and num_nonnulls(staff_id, role, scope, region_code, office_id, month, new_instant, reason_en, run_id) = 0
    else num_nonnulls(run_id) = 1
      and num_nonnulls(staff_id, role, scope, region_code, office_id, month, new_instant, reason_en, one_in, from_day) = 0 end);
create unique index "proposal_one_release_at_once" on "proposal" ("run_id") where kind = 'payments' and decided_at is null;
grant insert (run_id) on proposal to quinze_supervisor;
alter policy "supervisor proposes" on proposal
  with check (asked_by = (select viewer_staff()) and decided_at is null
    and (kind <> 'payments' or payment_run_problem(run_id) is null));

-- As before, with the release of payments: its countings are made again under the lock of its run.
create or replace function decide_proposal(which uuid, word text) returns text
  language plpgsql volatile security definer set search_path = public, pg_temp
as $$
declare
  me staff_member;
  p proposal;
  problem text;
begin
  select * into me from staff_member s where s.id = viewer_staff() and s.role = 'supervisor';
  select * into p from proposal x where x.id = which for update;
  if me.id is null or p.id is null or word not in ('granted', 'refused', 'withdrawn') then return 'not-found'; end if;
  if p.decided_at is not null then return 'decided'; end if;
  if (word = 'withdrawn') <> (p.asked_by = me.id) then return 'same-person'; end if;
  if p.staff_id = me.id then return 'about-you'; end if;
  if word = 'granted' and p.kind = 'role' then
    update proposal set role_before = s.role, office_before = s.office_id from staff_member s
      where proposal.id = p.id and s.id = p.staff_id;
    update staff_member set role = p.role, office_id = p.office_id where id = p.staff_id;
    update auth."session" set ended_at = app_now() from auth."user" u
      where u.staff_id = p.staff_id and "session".user_id = u.id and "session".ended_at is null;
    with given_back as (
      update task set state = 'received', assigned_to = null, version = version + 1, changed_at = app_now()
        where assigned_to = p.staff_id and ended_at is null and state = 'claimed'
          and (p.role not in ('agent', 'supervisor') or office_id is distinct from p.office_id)
        returning id)
    insert into task_event (task_id, verb, from_state, to_state, staff_id)
      select id, 'release', 'claimed', 'received', me.id from given_back;
    update task set assigned_to = null, version = version + 1, changed_at = app_now()
      where assigned_to = p.staff_id and ended_at is null
        and (p.role not in ('agent', 'supervisor') or office_id is distinct from p.office_id);
  elsif word = 'granted' and p.kind = 'extension' then
    insert into filing_extension (scope, region_code, office_id, month, new_instant, reason_fr, reason_en, decided_by)
      values (p.scope, p.region_code, p.office_id, p.month, p.new_instant, p.reason_fr, p.reason_en, me.id);
  elsif word = 'granted' and p.kind = 'payments' then
    perform from payment_run r where r.id = p.run_id for update;
    problem := payment_run_problem(p.run_id);
    if problem is not null then return problem; end if;
    update payment_run set state = 'released', released_at = app_now() where id = p.run_id;
  end if;
  update proposal set decided_by = me.id, decided_at = app_now(), outcome = word where id = p.id;
  return word;
end $$;

-- Shows the next payments of a released run to whom they are paid, where what is shown differs: as of its cut-off, so that
-- what was filed or decided since stays the latest. Gives how many items it went through; the last batch ends the run.
create function show_payments(which uuid, most integer) returns integer
  language plpgsql volatile security definer set search_path = public, pg_temp
as $$
declare
  r payment_run;
  last_one uuid;
  done integer;
begin
  select * into r from payment_run x where x.id = which and x.state = 'released' for update skip locked;
  if r.id is null then return 0; end if;
  with page as materialized (select i.* from payment_item i
      where i.run_id = which and (r.shown is null or i.household_id > r.shown) order by i.household_id limit most),
  shown as (insert into expected_payment (household_id, month, total_cents, benefit, computed_at, run_id)
    select p.household_id, r.month, p.total_cents, b.benefit::jsonb, r.cut_off, which
    from page p join payment_benefit b on b.digest = p.benefit
    where p.state = 'paid' and (r.number = 0 or p.pay_cents > 0)
      and p.total_cents is distinct from (select e.total_cents from expected_payment e
        where e.household_id = p.household_id and e.month = r.month and e.computed_at <= r.cut_off
        order by e.computed_at desc, e.id desc limit 1))
  select count(*), (array_agg(p.household_id order by p.household_id desc))[1] into done, last_one from page p;
  update payment_run set shown = coalesce(last_one, shown), state = case when done < most then 'done' else state end
    where id = which;
  return done;
end $$;
revoke execute on function show_payments(uuid, integer) from public;
grant execute on function show_payments(uuid, integer) to quinze_worker;
