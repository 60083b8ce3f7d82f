-- The worklist: the tasks of an office in the order of `src/domain/decision/task.ts`, read a page at a time.

-- The programme of the household when the task was opened, kept as its situation changes: the list is sorted out by it.
alter table task add column "programme" text check (programme in ('socialAssistance', 'socialSolidarity', 'basicIncome'));

-- One index an order: urgency, then what is due first, then what waits longest. What is over is in none of them, so they
-- do not grow with the years. What the filters ask stands in the index: a rare one reads no row for nothing.
drop index task_of_office_in_order;
drop index task_of_agent_in_order;
create index "task_of_office_in_order" on "task"
  ("office_id", "urgency", (coalesce("due_at", 'infinity'::timestamptz)), "opened_at", "id")
  include ("kind", "state", "assigned_to", "programme", "due_at") where ended_at is null;
create index "task_of_kind_in_order" on "task"
  ("office_id", "kind", "urgency", (coalesce("due_at", 'infinity'::timestamptz)), "opened_at", "id")
  include ("state", "assigned_to", "programme", "due_at") where ended_at is null;
create index "task_of_agent_in_order" on "task"
  ("assigned_to", "urgency", (coalesce("due_at", 'infinity'::timestamptz)), "opened_at", "id")
  include ("office_id", "kind", "state", "programme", "due_at") where ended_at is null;
create index "task_of_office_by_age" on "task" ("office_id", "opened_at", "id")
  include ("kind", "urgency", "state", "assigned_to", "programme", "due_at") where ended_at is null;
create index "task_of_office_by_term" on "task"
  ("office_id", (coalesce("due_at", 'infinity'::timestamptz)), "opened_at", "id")
  include ("kind", "urgency", "state", "assigned_to", "programme", "due_at") where ended_at is null;

-- What a task knows of its file when it is opened: its programme; and the agent who has an open question about the same
-- file, or had until it was corrected, so that people speak with one person.
create function task_knows_its_file() returns trigger
  language plpgsql volatile security definer set search_path = public, pg_temp
as $$
begin
  if new.household_id is not null then
    select s.programme into new.programme from household_situation s
      where s.household_id = new.household_id
        and s.from_month <= coalesce(new.month, to_char(app_now() at time zone 'America/Toronto', 'YYYY-MM'))
      order by s.from_month desc limit 1;
  end if;
  -- A review is for another person than the one who decided, who is likely to hold the rest of the file.
  if new.assigned_to is null and new.kind <> 'review' then
    select t.assigned_to into new.assigned_to
      from task t join staff_member m on m.id = t.assigned_to and m.office_id = new.office_id
      where (t.household_id = new.household_id or t.application_id = new.application_id)
        and t.office_id = new.office_id
        and (t.ended_at is null or (t.state = 'withdrawn' and t.ended_at > app_now() - interval '7 days'))
      order by t.ended_at is not null, t.changed_at desc limit 1;
  end if;
  return new;
end $$;
create trigger "task_knows_its_file" before insert on "task" for each row execute function task_knows_its_file();

create function situation_moves_tasks() returns trigger
  language plpgsql volatile security definer set search_path = public, pg_temp
as $$
begin
  update task t set programme = new.programme
    where t.household_id = new.household_id and t.ended_at is null and t.programme is distinct from new.programme
      and new.from_month <= coalesce(t.month, to_char(app_now() at time zone 'America/Toronto', 'YYYY-MM'))
      and not exists (select from household_situation s where s.household_id = new.household_id
        and s.from_month > new.from_month
        and s.from_month <= coalesce(t.month, to_char(app_now() at time zone 'America/Toronto', 'YYYY-MM')));
  return null;
end $$;
create trigger "situation_moves_tasks" after insert or update on "household_situation" for each row
  execute function situation_moves_tasks();

-- An extension heals what it covers: what was looked at for being late alone, and what is missing no more until its new
-- limit. The job opens anew what is still missing then.
create function extension_heals_tasks() returns trigger
  language plpgsql volatile security definer set search_path = public, pg_temp
as $$
begin
  with healed as (
    update task t set state = 'withdrawn', version = t.version + 1, ended_at = app_now(), changed_at = app_now(),
      until_day = null
    from household h join office o on o.id = h.office_id
    where t.ended_at is null and t.state in ('received', 'claimed') and t.month = new.month and h.id = t.household_id
      and (new.scope = 'everyone' or (new.scope = 'region' and o.region_code = new.region_code)
        or (new.scope = 'office' and o.id = new.office_id) or (new.scope = 'household' and h.id = new.household_id))
      and ((t.kind = 'missing' and new.new_instant >= app_now())
        or (t.kind = 'statement' and t.urgency = 7 and new.new_instant >= (select min(f.received_at) from filing f
          where f.household_id = t.household_id and f.kind = 'statement' and f.month = t.month)))
    returning t.id)
  insert into task_event (task_id, verb, to_state, details)
    select id, 'withdraw', 'withdrawn', '{"why": "extended"}' from healed;
  return null;
end $$;
create trigger "extension_heals_tasks" after insert on "filing_extension" for each row
  execute function extension_heals_tasks();

-- What the lines of a page show -----------------------------------------------------------------------------------------

-- One function with its owner's rights, for the few tasks of a page: the policies of the tables it reads would each list
-- the whole office. It gives nothing of a task that its viewer may not read.
create function task_lines(asked uuid[]) returns table (
  id uuid, file_number text, names text, filing_kind text, filing_version integer, changed jsonb, urgent text[],
  receipt_number text, events jsonb, holder text, last_verb text, last_at timestamptz, last_by text, last_words text)
  language sql stable security definer set search_path = public, pg_temp
as $$
  select t.id, h.file_number,
    coalesce(f.filed_for, v.signed_name, (select string_agg(p.given_name || ' ' || p.family_name, ', ' order by p.birth_date, p.id)
      from household_member m join person p on p.id = m.person_id
      where m.household_id = t.household_id and m.role = 'adult' and m.until_day is null), ''),
    f.kind, f.version, coalesce(f.answers -> 'changed', '[]'), a.urgent, coalesce(f.receipt_number, v.receipt_number),
    case when t.kind = 'application' then (
      select jsonb_agg(jsonb_build_object('at', to_char(e.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
        'kind', e.kind, 'adult', e.adult, 'by', e."by", 'details', e.details) order by e.at, e.id)
      from application_event e where e.application_id = t.application_id) end,
    m.name, l.verb, l.at, s.name, l.words
  from task t
    left join household h on h.id = t.household_id
    left join filing f on t.kind in ('statement', 'change') and f.id = t.subject_id
    left join application a on a.id = t.application_id
    left join lateral (select receipt_number, signed_name from application_version
      where application_id = t.application_id order by version desc limit 1) v on true
    left join staff_member m on m.id = t.assigned_to
    left join lateral (select verb, at, words, staff_id from task_event
      where task_id = t.id order by at desc, id desc limit 1) l on true
    left join staff_member s on s.id = l.staff_id
  where t.id = any (asked)
    and (t.office_id = viewer_office()
      or (current_setting('role') = 'quinze_supervisor'
        and t.office_id in (select o.id from office o where o.kind = 'contactCentre')))
$$;

-- With whom work is shared: those of the same office who may decide. A supervisor shares the contact centre's too.
create function office_colleagues(of uuid default viewer_office()) returns table (id uuid, name text, role text)
  language sql stable security definer set search_path = public, pg_temp
as $$
  select m.id, m.name, m.role from staff_member m
  where m.office_id = of and m.role in ('agent', 'supervisor')
    and (of = viewer_office() or (current_setting('role') = 'quinze_supervisor'
      and of in (select o.id from office o where o.kind = 'contactCentre')))
  order by m.name, m.id
$$;

revoke execute on function task_lines(uuid[]), office_colleagues(uuid) from public;
grant execute on function task_lines(uuid[]), office_colleagues(uuid) to quinze_agent, quinze_supervisor;

-- The agency's promise -------------------------------------------------------------------------------------------------

-- The day the agency promised for an application, as its clock (`src/domain/application/agency-clock.ts`) says after each
-- event. Whoever writes an event of an application keeps it: the one who applies, or a member of its office's staff.
create function set_task_promise(of_application uuid, promised timestamptz) returns void
  language sql volatile security definer set search_path = public, pg_temp
as $$
  update task set due_at = promised
  where kind = 'application' and application_id = of_application and ended_at is null and due_at is distinct from promised
    and ((current_setting('role') = 'quinze_applicant' and of_application = viewer_application())
      or (current_setting('role') in ('quinze_agent', 'quinze_supervisor') and office_id = viewer_office())
      or (current_setting('role') = 'quinze_supervisor'
        and office_id in (select o.id from office o where o.kind = 'contactCentre')))
$$;
revoke execute on function set_task_promise(uuid, timestamptz) from public;
grant execute on function set_task_promise(uuid, timestamptz) to quinze_applicant, quinze_agent, quinze_supervisor;

-- Statements that are missing -------------------------------------------------------------------------------------------

-- The task of a missing statement has the same identifier whoever opens it.
create function missing_subject(of_household uuid, of_month text) returns uuid
  language sql immutable parallel safe as $$ select md5(of_household || ' ' || of_month)::uuid $$;

-- The households that sent no statement of a month, after one of them in the order of identifiers, with what their duty to
-- file and their limit depend on. Whether they had to, and by when, the domain says.
create function statements_not_received(of_month text, after_id uuid, most integer) returns table (
  household_id uuid, office_id uuid, region_code text, programme text, fluctuating_income boolean,
  constraints text[], decided_files text, decided_reason text, task_state text)
  language sql stable security definer set search_path = public, pg_temp
as $$
  select h.id, h.office_id, o.region_code, s.programme, s.fluctuating_income,
    array(select coalesce((select c.kind from adult_constraint c where c.person_id = m.person_id
        and c.from_day <= of_month || '-01' and (c.until_day is null or c.until_day > of_month || '-01')
        order by c.kind = 'severe' desc limit 1), 'none')
      from household_member m where m.household_id = h.id and m.role = 'adult' and m.until_day is null),
    d.files, d.reason, t.state
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

-- Opens the tasks of missing statements, once each: what a person ended stays ended.
create function open_missing(of_month text, households uuid[]) returns integer
  language sql volatile security definer set search_path = public, pg_temp
as $$
  with opened as (
    select open_task('missing', missing_subject(h.id, of_month), h.office_id, h.id, null, of_month, 8::smallint, null) as id
    from household h left join task t on t.kind = 'missing' and t.subject_id = missing_subject(h.id, of_month)
    where h.id = any (households) and (t.id is null or t.state = 'withdrawn'))
  select count(id)::integer from opened
$$;

-- Ends those nobody has answered and that are missing no more: the duty was lifted.
create function lift_missing(of_month text, households uuid[]) returns integer
  language sql volatile security definer set search_path = public, pg_temp
as $$
  with ended as (
    update task set state = 'withdrawn', version = version + 1, ended_at = app_now(), changed_at = app_now(), until_day = null
    where kind = 'missing' and month = of_month and household_id = any (households) and state in ('received', 'claimed')
    returning id),
  told as (
    insert into task_event (task_id, verb, to_state, details)
    select id, 'withdraw', 'withdrawn', '{"why": "lifted"}' from ended)
  select count(*)::integer from ended
$$;

revoke execute on function task_knows_its_file(), situation_moves_tasks(), extension_heals_tasks(),
  missing_subject(uuid, text), statements_not_received(text, uuid, integer), open_missing(text, uuid[]),
  lift_missing(text, uuid[]) from public;
grant execute on function statements_not_received(text, uuid, integer), open_missing(text, uuid[]),
  lift_missing(text, uuid[]) to quinze_worker;
grant select on filing_extension to quinze_worker;
create policy "worker reads extensions" on filing_extension for select to quinze_worker using (true);

-- What waits comes back -------------------------------------------------------------------------------------------------

-- To whoever had it, or to the list when nobody does.
create function resume_tasks(which uuid[], why text) returns integer
  language sql volatile security definer set search_path = public, pg_temp
as $$
  with waited as (
    select id, state from task where id = any (which) and state in ('waiting', 'onHold') order by id for update),
  back as (
    update task t set state = case when t.assigned_to is null then 'received' else 'claimed' end, version = t.version + 1,
      changed_at = app_now(), until_day = null
    from waited w where w.id = t.id
    returning t.id, w.state as from_state, t.state),
  told as (
    insert into task_event (task_id, verb, from_state, to_state, details)
    select id, 'resume', from_state, state, jsonb_build_object('why', why) from back)
  select count(*)::integer from back
$$;

-- Those who apply gave all that was asked of them: it is the office's turn.
create function resume_own_application() returns integer
  language sql volatile security definer set search_path = public, pg_temp
as $$
  select resume_tasks(array(select id from task where kind = 'application' and application_id = viewer_application()
    and state = 'waiting'), 'answered')
$$;

-- The day came until which it was to wait, and went by: a person looks. Nothing is refused by a date alone.
create function resume_past(today text, most integer) returns integer
  language sql volatile security definer set search_path = public, pg_temp
as $$
  select resume_tasks(array(select id from task where ended_at is null and until_day < today and state in ('waiting', 'onHold')
    order by until_day limit most), 'past')
$$;
create index "task_waiting_until" on "task" ("until_day") where ended_at is null and until_day is not null;

revoke execute on function resume_tasks(uuid[], text), resume_own_application(), resume_past(text, integer) from public;
grant execute on function resume_own_application() to quinze_applicant;
grant execute on function resume_past(text, integer) to quinze_worker;
