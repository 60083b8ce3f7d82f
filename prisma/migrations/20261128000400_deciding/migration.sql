-- Deciding: a form sent twice is one move, a form that was refused keeps what was typed, and what happened to an
-- application has its decisions in it.

-- The key of the form a move came with.
alter table "task_event" add column "key" uuid;
create unique index "task_event_task_id_key_key" on "task_event" ("task_id", "key");

-- What was typed in the form of a move that was refused: its author's alone, until the task moves.
create table "task_draft" (
  "task_id" uuid not null,
  "staff_id" uuid not null,
  "verb" text not null check (verb ~ '^[a-z][A-Za-z]{2,39}$'),
  "fields" jsonb not null,
  "updated_at" timestamptz(3) not null default app_now(),
  primary key ("task_id", "staff_id"),
  constraint "task_draft_task_id_fkey" foreign key ("task_id") references "task" ("id") on delete cascade on update cascade,
  constraint "task_draft_staff_id_fkey" foreign key ("staff_id") references "staff_member" ("id") on delete cascade on update cascade
);
alter table task_draft enable row level security;
grant select, insert, update, delete on task_draft to quinze_agent, quinze_supervisor;
create policy "agent keeps own form of a move" on task_draft for all to quinze_agent
  using (staff_id = (select viewer_staff()))
  with check (staff_id = (select viewer_staff()) and exists (select 1 from task t where t.id = task_id));
create policy "supervisor keeps own form of a move" on task_draft for all to quinze_supervisor
  using (staff_id = (select viewer_staff()))
  with check (staff_id = (select viewer_staff()) and exists (select 1 from task t where t.id = task_id));

-- What happened to an application, its decisions included from the moment they left: a decision that was undone, or
-- waits for a second person, has not happened. Each reads what the walls of both tables let them read.
create view application_history with (security_invoker = true) as
  select e.id, e.application_id, e.at, e.kind, e.adult, e."by", e.details from application_event e
  union all
  select d.id, d.application_id, d.leaves_at, 'decided', null, 'staff', '{}'::jsonb from decision d
    where d.application_id is not null and d.undone_at is null and d.leaves_at <= app_now() and d.outcome <> 'held';
grant select on application_history to quinze_applicant, quinze_agent, quinze_supervisor;
