-- The agents' desk. What arrives and asks for a person opens a task, in the transaction of what arrives: no command can
-- forget it. A task moves by named transitions only (src/domain/decision/transitions.ts), one version at a time.

create table "task" (
  "id" uuid primary key default uuidv7(),
  "kind" text not null check (kind in
    ('statement', 'change', 'missing', 'application', 'document', 'message', 'review', 'flag')),
  "office_id" uuid not null,
  "household_id" uuid,
  "application_id" uuid,
  -- What it is about: a filing, an application, a document, a message, a request for review.
  "subject_id" uuid not null,
  "month" text check (is_month(month)),
  "state" text not null default 'received' check (state in
    ('received', 'claimed', 'waiting', 'onHold', 'proposed', 'decided', 'closed', 'withdrawn')),
  "version" integer not null default 1,
  "assigned_to" uuid,
  -- 0 first: the order of `src/domain/decision/task.ts`.
  "urgency" smallint not null check (urgency between 0 and 9),
  -- When the agency promised, or the law asks, that it be done. Null when nothing says so.
  "due_at" timestamptz(3),
  "opened_at" timestamptz(3) not null default app_now(),
  "changed_at" timestamptz(3) not null default app_now(),
  -- Until when it waits for a person, or is held.
  "until_day" text check (is_day(until_day)),
  "ended_at" timestamptz(3),
  constraint "task_office_id_fkey" foreign key ("office_id") references "office" ("id") on delete restrict on update cascade,
  constraint "task_household_id_fkey" foreign key ("household_id") references "household" ("id") on delete cascade on update cascade,
  constraint "task_application_id_fkey" foreign key ("application_id") references "application" ("id") on delete restrict on update cascade,
  constraint "task_assigned_to_fkey" foreign key ("assigned_to") references "staff_member" ("id") on delete restrict on update cascade,
  constraint "task_is_of_a_file" check (num_nonnulls(household_id, application_id) >= 1),
  constraint "task_ended_is_over" check ((ended_at is not null) = (state in ('decided', 'closed', 'withdrawn')))
);
create unique index "task_kind_subject_id_key" on "task" ("kind", "subject_id");
create index "task_household_id_idx" on "task" ("household_id");
create index "task_application_id_idx" on "task" ("application_id");
-- The worklist, in its order: what is over is not in it, so it does not grow with the years.
create index "task_of_office_in_order" on "task" ("office_id", "urgency", "opened_at", "id") where ended_at is null;
create index "task_of_agent_in_order" on "task" ("assigned_to", "urgency", "opened_at", "id") where ended_at is null;

-- What happened to a task. Insert only; the timeline of a file is drawn from it.
create table "task_event" (
  "id" uuid primary key default uuidv7(),
  "task_id" uuid not null,
  "at" timestamptz(3) not null default app_now(),
  "verb" text not null check (verb ~ '^[a-z][A-Za-z]{2,39}$'),
  "from_state" text,
  "to_state" text not null,
  "staff_id" uuid,
  -- Codes of reasons; what was asked; the words told to the person. `private_note` is for the staff alone.
  "reasons" text[] not null default '{}',
  "details" jsonb not null default '{}',
  "words" text check (char_length(words) <= 4000),
  "private_note" text check (char_length(private_note) <= 4000),
  constraint "task_event_task_id_fkey" foreign key ("task_id") references "task" ("id") on delete cascade on update cascade,
  constraint "task_event_staff_id_fkey" foreign key ("staff_id") references "staff_member" ("id") on delete restrict on update cascade
);
create index "task_event_task_id_at_idx" on "task_event" ("task_id", "at");

-- A decision of a person of the office. It can be undone until it leaves; from then on it is frozen, and only another
-- decision changes it.
create table "decision" (
  "id" uuid primary key default uuidv7(),
  "number" text not null unique,
  "task_id" uuid not null,
  "household_id" uuid,
  "application_id" uuid,
  "outcome" text not null check (outcome in
    ('accepted', 'partlyAccepted', 'refused', 'held', 'released', 'changed', 'ended', 'maintained')),
  -- Codes of `src/domain/decision/reasons.ts`, each with what it is about: [{code, item?, facts?}].
  "reasons" jsonb not null default '[]',
  -- Item by item: [{item, outcome, reasons}].
  "items" jsonb not null default '[]',
  -- The benefit as computed and shown, with its lines; null when no amount is decided.
  "benefit" jsonb,
  "from_month" text check (is_month(from_month)),
  -- What the agent tells the person in their own words.
  "words" text check (char_length(words) <= 4000),
  "language" text not null check (language in ('fr', 'en')),
  "wording_version" text not null,
  "decided_by" uuid not null,
  "decided_at" timestamptz(3) not null default app_now(),
  -- Four eyes: who else must agree, and who did.
  "needs_second" boolean not null default false,
  "seconded_by" uuid,
  "seconded_at" timestamptz(3),
  -- Nothing has left before this instant. Null while it waits for a second person.
  "leaves_at" timestamptz(3),
  "undone_at" timestamptz(3),
  "undone_by" uuid,
  "replaces" uuid,
  constraint "decision_task_id_fkey" foreign key ("task_id") references "task" ("id") on delete cascade on update cascade,
  constraint "decision_household_id_fkey" foreign key ("household_id") references "household" ("id") on delete cascade on update cascade,
  constraint "decision_application_id_fkey" foreign key ("application_id") references "application" ("id") on delete restrict on update cascade,
  constraint "decision_decided_by_fkey" foreign key ("decided_by") references "staff_member" ("id") on delete restrict on update cascade,
  constraint "decision_seconded_by_fkey" foreign key ("seconded_by") references "staff_member" ("id") on delete restrict on update cascade,
  constraint "decision_undone_by_fkey" foreign key ("undone_by") references "staff_member" ("id") on delete restrict on update cascade,
  constraint "decision_replaces_fkey" foreign key ("replaces") references "decision" ("id") on delete restrict on update cascade,
  constraint "decision_is_of_a_file" check (num_nonnulls(household_id, application_id) >= 1),
  constraint "decision_second_is_another" check (seconded_by is null or seconded_by <> decided_by),
  constraint "decision_leaves_when_seconded" check (leaves_at is null or not needs_second or seconded_at is not null)
);
create index "decision_task_id_idx" on "decision" ("task_id");
create index "decision_household_id_decided_at_idx" on "decision" ("household_id", "decided_at");
create index "decision_application_id_decided_at_idx" on "decision" ("application_id", "decided_at");
-- Two agents never both decide: one standing decision a task.
create unique index "decision_stands_alone" on "decision" ("task_id") where undone_at is null;

-- What the staff write for each other about a file: on no page of the person, and not in the copy they make of their data
-- themselves. Who asks for their whole file is given it by a person (src/decisions/notes-and-access.md).
create table "note" (
  "id" uuid primary key default uuidv7(),
  "household_id" uuid,
  "application_id" uuid,
  "staff_id" uuid not null,
  "text" text not null check (text = btrim(text) and char_length(text) between 1 and 4000),
  "key" uuid not null unique,
  "at" timestamptz(3) not null default app_now(),
  constraint "note_household_id_fkey" foreign key ("household_id") references "household" ("id") on delete cascade on update cascade,
  constraint "note_application_id_fkey" foreign key ("application_id") references "application" ("id") on delete restrict on update cascade,
  constraint "note_staff_id_fkey" foreign key ("staff_id") references "staff_member" ("id") on delete restrict on update cascade,
  constraint "note_is_of_a_file" check (num_nonnulls(household_id, application_id) >= 1)
);
create index "note_household_id_at_idx" on "note" ("household_id", "at");
create index "note_application_id_at_idx" on "note" ("application_id", "at");

-- What was looked at item by item: one item unproved never blocks the rest. The latest of an item counts. Insert only.
create table "verification" (
  "id" uuid primary key default uuidv7(),
  "task_id" uuid not null,
  "item" text not null check (char_length(item) between 1 and 80),
  "outcome" text not null check (outcome in ('verified', 'unproved', 'cleared')),
  "note" text check (char_length(note) <= 1000),
  "staff_id" uuid not null,
  "at" timestamptz(3) not null default app_now(),
  constraint "verification_task_id_fkey" foreign key ("task_id") references "task" ("id") on delete cascade on update cascade,
  constraint "verification_staff_id_fkey" foreign key ("staff_id") references "staff_member" ("id") on delete restrict on update cascade
);
create index "verification_task_id_item_at_idx" on "verification" ("task_id", "item", "at");

-- What opens a task ---------------------------------------------------------------------------------------------------

-- Opens a task, or opens anew the one of the same subject that was over. With its owner's rights: whoever files,
-- applies or writes cannot read tasks, and need not.
create function open_task(of_kind text, about uuid, of_office uuid, of_household uuid, of_application uuid,
  of_month text, how_urgent smallint, due timestamptz) returns uuid
  language sql volatile security definer set search_path = public, pg_temp
as $$
  with opened as (
    insert into task (kind, subject_id, office_id, household_id, application_id, month, urgency, due_at)
    values (of_kind, about, of_office, of_household, of_application, of_month, how_urgent, due)
    on conflict (kind, subject_id) do update set
      state = 'received', version = task.version + 1, urgency = least(task.urgency, excluded.urgency),
      due_at = coalesce(excluded.due_at, task.due_at), changed_at = app_now(), until_day = null, ended_at = null
    where task.ended_at is not null or task.state = 'waiting'
    returning id, state),
  noted as (
    insert into task_event (task_id, verb, to_state) select id, 'receive', state from opened)
  select id from opened
$$;
revoke execute on function open_task(text, uuid, uuid, uuid, uuid, text, smallint, timestamptz) from public;

-- How urgent a statement or a change is: the same rule as `src/domain/statement/urgency.ts`, which a test compares.
-- Null when it asks for nobody: nothing changed, and in time.
create function filing_urgency(changed jsonb, late boolean) returns smallint
  language sql immutable parallel safe
as $$
  select case
    when exists (select from jsonb_array_elements_text(changed) topic
      where topic not in ('work', 'selfEmployment', 'otherIncome')) then 3
    when jsonb_array_length(changed) > 0 then 5
    when late then 7
  end::smallint
$$;

create function filing_opens_task() returns trigger
  language plpgsql volatile security definer set search_path = public, pg_temp
as $$
declare
  changed jsonb := coalesce(new.answers -> 'changed', '[]');
  is_late boolean := new.kind = 'statement' and new.version = 1 and new.due_at is not null and new.received_at > new.due_at;
  how_urgent smallint := filing_urgency(changed, is_late);
begin
  -- History entered afterwards was looked at in its time: what arrives now is received now.
  if new.received_at < app_now() - interval '62 days' then
    return null;
  end if;
  -- What was missing is missing no more.
  if new.kind = 'statement' then
    with ended as (
      update task set state = 'closed', version = version + 1, ended_at = app_now(), changed_at = app_now()
        where kind = 'missing' and household_id = new.household_id and month = new.month and ended_at is null
        returning id)
    insert into task_event (task_id, verb, to_state, details)
      select id, 'close', 'closed', '{"why": "filed"}' from ended;
  end if;
  -- A second report of a month is another one, not a correction of the first.
  if new.kind = 'statement' and new.version > 1 then
    -- A correction replaces what was to be looked at; it asks for a look even when nothing is left changed.
    with ended as (
      update task set state = 'withdrawn', version = version + 1, ended_at = app_now(), changed_at = app_now()
        where household_id = new.household_id and month = new.month and ended_at is null
          and kind = 'statement' and subject_id in (select f.id from filing f
            where f.household_id = new.household_id and f.kind = new.kind and f.month = new.month and f.version < new.version)
        returning id)
    insert into task_event (task_id, verb, to_state, details)
      select id, 'withdraw', 'withdrawn', '{"why": "corrected"}' from ended;
    how_urgent := coalesce(how_urgent, 5);
  end if;
  if how_urgent is not null then
    perform open_task(case new.kind when 'statement' then 'statement' else 'change' end, new.id, h.office_id, h.id,
      null, new.month, how_urgent, null) from household h where h.id = new.household_id;
  end if;
  return null;
end $$;
create trigger "filing_opens_task" after insert on "filing" for each row execute function filing_opens_task();

-- The other adult says that it is not so: a person looks before anything else.
create function disagreement_opens_task() returns trigger
  language plpgsql volatile security definer set search_path = public, pg_temp
as $$
begin
  perform open_task(case f.kind when 'statement' then 'statement' else 'change' end, f.id, h.office_id, h.id, null,
      f.month, 1::smallint, null)
    from filing f join household h on h.id = f.household_id where f.id = new.filing_id;
  update task set urgency = 1, changed_at = app_now() where subject_id = new.filing_id and urgency > 1;
  return null;
end $$;
create trigger "disagreement_opens_task" after insert on "filing_confirmation" for each row
  when (new.answer = 'disagrees') execute function disagreement_opens_task();

-- The tasks of a file go to another office: the living ones are nobody's there yet, and what waits goes on waiting. What
-- was decided goes along, to be read, answered for and reopened where the file is.
create function move_tasks(to_office uuid, of_household uuid, of_application uuid) returns void
  language sql volatile security definer set search_path = public, pg_temp
as $$
  with moved as (
    update task set office_id = to_office, assigned_to = null, version = version + 1, changed_at = app_now(),
      state = case state when 'claimed' then 'received' else state end
    where (household_id = of_household or application_id = of_application) and ended_at is null and office_id <> to_office
    returning id, state),
  past as (
    update task set office_id = to_office
    where (household_id = of_household or application_id = of_application) and ended_at is not null and office_id <> to_office)
  insert into task_event (task_id, verb, to_state, details)
    select id, 'release', state, '{"why": "moved"}' from moved
$$;

create function application_opens_task() returns trigger
  language plpgsql volatile security definer set search_path = public, pg_temp
as $$
begin
  if new.withdrawn_at is not null then
    with ended as (
      update task set state = 'withdrawn', version = version + 1, ended_at = app_now(), changed_at = app_now()
        where application_id = new.id and ended_at is null returning id)
    insert into task_event (task_id, verb, to_state, details)
      select id, 'withdraw', 'withdrawn', '{"why": "withdrawn"}' from ended;
    return null;
  end if;
  if new.office_id is null then
    return null;
  end if;
  perform open_task('application', new.id, new.office_id, null, new.id, null,
    (case when new.urgent <> '{}' then 0 else 2 end)::smallint, null);
  -- What it says presses more, or no more: the task that is open follows.
  update task set urgency = case when new.urgent <> '{}' then 0 else 2 end, changed_at = app_now()
    where kind = 'application' and application_id = new.id and ended_at is null
      and urgency <> case when new.urgent <> '{}' then 0 else 2 end;
  -- Another office was given it: its tasks go there too, and are nobody's yet.
  perform move_tasks(new.office_id, null, new.id);
  return null;
end $$;
create trigger "application_opens_task" after update of sent_at, office_id, withdrawn_at, urgent on "application" for each row
  when (new.sent_at is not null and (old.sent_at, old.office_id, old.withdrawn_at, old.urgent)
    is distinct from (new.sent_at, new.office_id, new.withdrawn_at, new.urgent))
  execute function application_opens_task();

-- A household that moves takes its tasks along.
create function household_moves_tasks() returns trigger
  language plpgsql volatile security definer set search_path = public, pg_temp
as $$
begin
  perform move_tasks(new.office_id, new.id, null);
  return null;
end $$;
create trigger "household_moves_tasks" after update of office_id on "household" for each row
  when (old.office_id is distinct from new.office_id) execute function household_moves_tasks();

revoke execute on function filing_urgency(jsonb, boolean), filing_opens_task(), disagreement_opens_task(),
  application_opens_task(), household_moves_tasks(), move_tasks(uuid, uuid, uuid) from public;

-- Walls -----------------------------------------------------------------------------------------------------------------

alter table task enable row level security;
alter table task_event enable row level security;
alter table decision enable row level security;
alter table note enable row level security;
alter table verification enable row level security;

grant select on task, task_event, decision, note, verification to quinze_agent, quinze_supervisor;
grant update (state, version, assigned_to, urgency, due_at, changed_at, until_day, ended_at) on task
  to quinze_agent, quinze_supervisor;
grant insert on task_event, decision, note, verification to quinze_agent, quinze_supervisor;
grant update (seconded_by, seconded_at, leaves_at, undone_at, undone_by) on decision to quinze_agent, quinze_supervisor;

create policy "agent reads the office's tasks" on task for select to quinze_agent
  using (office_id = (select viewer_office()));
create policy "agent moves the office's tasks" on task for update to quinze_agent
  using (office_id = (select viewer_office())) with check (office_id = (select viewer_office()));
create policy "agent reads what happened to tasks" on task_event for select to quinze_agent
  using (exists (select 1 from task t where t.id = task_id));
create policy "agent's moves are told" on task_event for insert to quinze_agent
  with check (staff_id = (select viewer_staff()) and exists (select 1 from task t where t.id = task_id));
create policy "agent reads decisions" on decision for select to quinze_agent
  using (exists (select 1 from task t where t.id = task_id));
create policy "agent decides" on decision for insert to quinze_agent
  with check (decided_by = (select viewer_staff()) and seconded_by is null and undone_by is null
    and exists (select 1 from task t where t.id = task_id));
create policy "agent seconds or undoes" on decision for update to quinze_agent
  using (exists (select 1 from task t where t.id = task_id))
  with check ((seconded_by is null or seconded_by = (select viewer_staff()) or seconded_at < app_now())
    and (undone_by is null or undone_by = (select viewer_staff())));
create policy "agent reads notes" on note for select to quinze_agent
  using (household_id in (select h.id from household h) or application_id in (select a.id from application a));
create policy "agent writes notes" on note for insert to quinze_agent
  with check (staff_id = (select viewer_staff())
    and (household_id in (select h.id from household h) or application_id in (select a.id from application a)));
create policy "agent reads what was verified" on verification for select to quinze_agent
  using (exists (select 1 from task t where t.id = task_id));
create policy "agent verifies" on verification for insert to quinze_agent
  with check (staff_id = (select viewer_staff()) and exists (select 1 from task t where t.id = task_id));

create policy "supervisor reads the office's tasks" on task for select to quinze_supervisor
  using (office_id = (select viewer_office()) or office_id in (select o.id from office o where o.kind = 'contactCentre'));
create policy "supervisor moves the office's tasks" on task for update to quinze_supervisor
  using (office_id = (select viewer_office()) or office_id in (select o.id from office o where o.kind = 'contactCentre'))
  with check (true);
create policy "supervisor reads what happened to tasks" on task_event for select to quinze_supervisor
  using (exists (select 1 from task t where t.id = task_id));
create policy "supervisor's moves are told" on task_event for insert to quinze_supervisor
  with check (staff_id = (select viewer_staff()) and exists (select 1 from task t where t.id = task_id));
create policy "supervisor reads decisions" on decision for select to quinze_supervisor
  using (exists (select 1 from task t where t.id = task_id));
create policy "supervisor decides" on decision for insert to quinze_supervisor
  with check (decided_by = (select viewer_staff()) and seconded_by is null and undone_by is null
    and exists (select 1 from task t where t.id = task_id));
create policy "supervisor seconds or undoes" on decision for update to quinze_supervisor
  using (exists (select 1 from task t where t.id = task_id))
  with check ((seconded_by is null or seconded_by = (select viewer_staff()) or seconded_at < app_now())
    and (undone_by is null or undone_by = (select viewer_staff())));
create policy "supervisor reads notes" on note for select to quinze_supervisor
  using (household_id in (select h.id from household h) or application_id in (select a.id from application a));
create policy "supervisor writes notes" on note for insert to quinze_supervisor
  with check (staff_id = (select viewer_staff())
    and (household_id in (select h.id from household h) or application_id in (select a.id from application a)));
create policy "supervisor reads what was verified" on verification for select to quinze_supervisor
  using (exists (select 1 from task t where t.id = task_id));
create policy "supervisor verifies" on verification for insert to quinze_supervisor
  with check (staff_id = (select viewer_staff()) and exists (select 1 from task t where t.id = task_id));

-- The office writes what happens to an application, so that its clock and its timeline go on.
grant insert on application_event to quinze_agent, quinze_supervisor;
create policy "agent's acts are events" on application_event for insert to quinze_agent
  with check ("by" = 'staff' and exists (select 1 from application a where a.id = application_id));
create policy "supervisor's acts are events" on application_event for insert to quinze_supervisor
  with check ("by" = 'staff' and exists (select 1 from application a where a.id = application_id));

-- What leaves after a decision or a message: to a person of the household, or to the adults of an application.
grant insert on outbox to quinze_agent, quinze_supervisor;
create policy "agent's acts are announced" on outbox for insert to quinze_agent
  with check (sent_at is null and (exists (select 1 from household_member m where m.person_id = outbox.person_id)
    or (person_id is null and (payload ->> 'applicationId')::uuid in (select a.id from application a))));
create policy "supervisor's acts are announced" on outbox for insert to quinze_supervisor
  with check (sent_at is null and (exists (select 1 from household_member m where m.person_id = outbox.person_id)
    or (person_id is null and (payload ->> 'applicationId')::uuid in (select a.id from application a))));

-- The person reads a decision once it has left, and never one that was undone.
grant select (id, number, household_id, application_id, outcome, reasons, items, benefit, from_month, words, language,
  wording_version, decided_at, seconded_at, leaves_at, undone_at, replaces) on decision to quinze_citizen, quinze_applicant;
create policy "citizen reads own decisions" on decision for select to quinze_citizen
  using (household_id = (select viewer_household()) and undone_at is null and leaves_at <= (select app_now()));
create policy "applicant reads own decisions" on decision for select to quinze_applicant
  using (application_id = (select viewer_application()) and undone_at is null and leaves_at <= (select app_now()));
