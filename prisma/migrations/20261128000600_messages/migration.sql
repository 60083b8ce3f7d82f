-- Messages: one table for whoever applies and for whoever has a file, one mailbox per adult, files with them. A
-- message to the office opens a task in the transaction of the message; once it is answered the promise is kept.

alter table "application_message" rename to "message";
alter table "message" rename constraint "application_message_pkey" to "message_pkey";
alter table "message" rename constraint "application_message_application_id_fkey" to "message_application_id_fkey";
alter table "message" rename constraint "application_message_from_staff_fkey" to "message_from_staff_fkey";
alter index "application_message_application_id_key_key" rename to "message_application_id_key_key";

alter table "message" alter "application_id" drop not null, alter "adult" drop not null,
  add "household_id" uuid,
  add "person_id" uuid,
  -- The day by which the office promised an answer, as it was promised: a promise is never computed anew.
  add "reply_by" text check (is_day(reply_by)),
  -- Answered, or settled another way: nothing is promised any more.
  add "answered_at" timestamptz(3),
  add constraint "message_household_id_fkey" foreign key ("household_id") references "household" ("id") on delete cascade on update cascade,
  add constraint "message_person_id_fkey" foreign key ("person_id") references "person" ("id") on delete restrict on update cascade,
  add constraint "message_is_in_one_mailbox" check (
    num_nonnulls(application_id, adult) = 2 and num_nonnulls(household_id, person_id) = 0
    or num_nonnulls(application_id, adult) = 0 and num_nonnulls(household_id, person_id) = 2),
  add constraint "message_of_office_promises_nothing" check (from_staff is null or num_nonnulls(reply_by, answered_at) = 0);
create unique index "message_person_id_key_key" on "message" ("person_id", "key");
create index "message_household_id_at_idx" on "message" ("household_id", "at");
create index "message_person_id_at_idx" on "message" ("person_id", "at");

-- A file is of an application's adult, or of a person of a household. `message_id`: it came with that message.
alter table "document" alter "application_id" drop not null, alter "adult" drop not null,
  add "household_id" uuid,
  add "person_id" uuid,
  add "message_id" uuid,
  add constraint "document_household_id_fkey" foreign key ("household_id") references "household" ("id") on delete cascade on update cascade,
  add constraint "document_person_id_fkey" foreign key ("person_id") references "person" ("id") on delete restrict on update cascade,
  add constraint "document_message_id_fkey" foreign key ("message_id") references "message" ("id") on delete cascade on update cascade,
  add constraint "document_is_of_someone" check (
    num_nonnulls(application_id, adult) = 2 and num_nonnulls(household_id, person_id) = 0
    or num_nonnulls(application_id, adult) = 0 and num_nonnulls(household_id, person_id) = 2);
create index "document_household_id_idx" on "document" ("household_id");
create index "document_person_id_idx" on "document" ("person_id");
create index "document_message_id_idx" on "document" ("message_id");

-- On its way from an applicant, a person, or a member of staff.
alter table "upload" alter "application_id" drop not null, alter "adult" drop not null,
  add "person_id" uuid,
  add "staff_id" uuid,
  add constraint "upload_person_id_fkey" foreign key ("person_id") references "person" ("id") on delete restrict on update cascade,
  add constraint "upload_staff_id_fkey" foreign key ("staff_id") references "staff_member" ("id") on delete restrict on update cascade,
  add constraint "upload_is_of_one" check (num_nonnulls(application_id, person_id, staff_id) = 1
    and num_nonnulls(application_id, adult) in (0, 2));
create index "upload_person_id_idx" on "upload" ("person_id");

-- A message that came after its session ended waits in its form, as the other forms do.
alter table "account_form" drop constraint "account_form_form_check",
  add constraint "account_form_form_check" check (form in ('contact', 'address', 'deposit', 'code', 'message'));

-- Tasks ----------------------------------------------------------------------------------------------------------------

-- Whether two messages are of the same mailbox.
create function same_mailbox(one message, other message) returns boolean
  language sql immutable parallel safe
as $$
  select case when one.application_id is not null
    then one.application_id = other.application_id and one.adult = other.adult
    else one.household_id = other.household_id and one.person_id = other.person_id end
$$;

-- One task for a mailbox however many messages wait in it, due when the first of them is. Of a draft, and of what was
-- taken back, the office has nothing to answer.
create function message_opens_task() returns trigger
  language plpgsql volatile security definer set search_path = public, pg_temp
as $$
declare
  office uuid;
  standing uuid;
  writer text := coalesce(new.adult, new.person_id::text);
begin
  if new.application_id is not null then
    select a.office_id into office from application a
      where a.id = new.application_id and a.sent_at is not null and a.withdrawn_at is null;
  else
    select h.office_id into office from household h where h.id = new.household_id;
  end if;
  if office is null then return null; end if;
  select t.id into standing from task t join message m on m.id = t.subject_id
    where t.kind = 'message' and t.ended_at is null
      and (t.application_id = new.application_id or t.household_id = new.household_id) and same_mailbox(m, new)
    order by t.opened_at limit 1;
  if standing is null then
    perform open_task('message', new.id, office, new.household_id, new.application_id, null, 6::smallint,
      ((new.reply_by::date + 1)::timestamp at time zone 'America/Toronto') - interval '1 millisecond');
  else
    -- Whoever has it open learns that there is more to read before they end it.
    with moved as (
      update task set version = version + 1, changed_at = app_now() where id = standing returning id, state)
    insert into task_event (task_id, verb, from_state, to_state, details)
      select id, 'receive', state, state, jsonb_build_object('messageId', new.id) from moved;
  end if;
  -- What waits for an answer of this adult goes back to whoever asked; to anyone, when the file has another office since.
  with resumed as (
    update task t set state = case when t.assigned_to is null then 'received' else 'claimed' end,
      version = t.version + 1, until_day = null, changed_at = app_now()
    where t.state = 'waiting' and (t.application_id = new.application_id or t.household_id = new.household_id)
      and (select e.verb in ('askInformation', 'askCorrection') and e.details ->> 'whose' = writer from task_event e
        where e.task_id = t.id and e.to_state = 'waiting' order by e.at desc, e.id desc limit 1)
    returning t.id, t.state)
  insert into task_event (task_id, verb, from_state, to_state, details)
    select id, case state when 'claimed' then 'resume' else 'receive' end, 'waiting', state,
      jsonb_build_object('messageId', new.id) from resumed;
  return null;
end $$;
create trigger "message_opens_task" after insert on "message" for each row when (new.from_staff is null)
  execute function message_opens_task();

-- A task that is over, however it ended, leaves no promise behind.
create function message_task_ends() returns trigger
  language plpgsql volatile security definer set search_path = public, pg_temp
as $$
begin
  update message m set answered_at = app_now() from message s
    where s.id = new.subject_id and m.from_staff is null and m.answered_at is null and same_mailbox(m, s)
      and (m.application_id = s.application_id or m.household_id = s.household_id);
  return null;
end $$;
create trigger "message_task_ends" after update of ended_at on "task" for each row
  when (new.kind = 'message' and old.ended_at is null and new.ended_at is not null)
  execute function message_task_ends();

revoke execute on function same_mailbox(message, message), message_opens_task(), message_task_ends() from public;

-- Walls ----------------------------------------------------------------------------------------------------------------

-- What came with a message stays with it: only the scanner takes it away.
alter policy "applicant removes own documents" on document
  using (application_id = (select viewer_application()) and adult = (select viewer_adult()) and removed_at is null
    and (message_id is null or scan = 'waiting'));
alter policy "applicant gives documents" on document
  with check (application_id = (select viewer_application()) and adult = (select viewer_adult())
    and (message_id is null or message_id in (select m.id from message m where m.from_staff is null)));
alter policy "applicant writes to the office" on message
  with check (application_id = (select viewer_application()) and adult = (select viewer_adult())
    and from_staff is null and answered_at is null and read_at is null);

grant select, insert on message, document to quinze_citizen;
grant update (read_at) on message to quinze_citizen;
grant update (scan, removed_at) on document to quinze_citizen;
grant select (id), insert, delete on upload to quinze_citizen;
create policy "citizen reads own messages" on message for select to quinze_citizen
  using (person_id = (select viewer_person()));
create policy "citizen writes to the office" on message for insert to quinze_citizen
  with check (person_id = (select viewer_person()) and household_id = (select viewer_household())
    and from_staff is null and answered_at is null and read_at is null);
create policy "citizen has read a message" on message for update to quinze_citizen
  using (person_id = (select viewer_person()) and from_staff is not null) with check (read_at is not null);
create policy "citizen reads own documents" on document for select to quinze_citizen
  using (person_id = (select viewer_person()));
create policy "citizen gives documents with a message" on document for insert to quinze_citizen
  with check (person_id = (select viewer_person()) and household_id = (select viewer_household())
    and message_id in (select m.id from message m where m.from_staff is null));
create policy "citizen's documents are scanned" on document for update to quinze_citizen
  using (person_id = (select viewer_person()) and scan = 'waiting' and removed_at is null)
  with check (person_id = (select viewer_person()));
create policy "citizen uploads" on upload for all to quinze_citizen
  using (person_id = (select viewer_person())) with check (person_id = (select viewer_person()));

grant insert on message, document to quinze_agent, quinze_supervisor;
grant update (answered_at) on message to quinze_agent, quinze_supervisor;
grant update (scan, removed_at) on document to quinze_agent, quinze_supervisor;
grant select (id), insert, delete on upload to quinze_agent, quinze_supervisor;

create policy "agent reads messages of households" on message for select to quinze_agent
  using (household_id in (select h.id from household h));
create policy "agent writes to people" on message for insert to quinze_agent
  with check (from_staff = (select viewer_staff()) and read_at is null
    and (application_id in (select a.id from application a)
      or exists (select 1 from household_member m
        where m.household_id = message.household_id and m.person_id = message.person_id and m.role = 'adult')));
create policy "agent has answered a message" on message for update to quinze_agent
  using (from_staff is null and (household_id in (select h.id from household h)
    or exists (select 1 from application a where a.id = application_id)))
  with check (from_staff is null);
create policy "agent reads documents of households" on document for select to quinze_agent
  using (household_id in (select h.id from household h));
create policy "agent gives documents with a message" on document for insert to quinze_agent
  with check (message_id in (select m.id from message m where m.from_staff = (select viewer_staff())
    and m.application_id is not distinct from document.application_id and m.adult is not distinct from document.adult
    and m.household_id is not distinct from document.household_id and m.person_id is not distinct from document.person_id));
create policy "agent's documents are scanned" on document for update to quinze_agent
  using (scan = 'waiting' and removed_at is null and (household_id in (select h.id from household h)
    or exists (select 1 from application a where a.id = application_id)))
  with check (true);
create policy "agent uploads" on upload for all to quinze_agent
  using (staff_id = (select viewer_staff())) with check (staff_id = (select viewer_staff()));

create policy "supervisor reads messages of households" on message for select to quinze_supervisor
  using (household_id in (select h.id from household h));
create policy "supervisor writes to people" on message for insert to quinze_supervisor
  with check (from_staff = (select viewer_staff()) and read_at is null
    and (application_id in (select a.id from application a)
      or exists (select 1 from household_member m
        where m.household_id = message.household_id and m.person_id = message.person_id and m.role = 'adult')));
create policy "supervisor has answered a message" on message for update to quinze_supervisor
  using (from_staff is null and (household_id in (select h.id from household h)
    or exists (select 1 from application a where a.id = application_id)))
  with check (from_staff is null);
create policy "supervisor reads documents of households" on document for select to quinze_supervisor
  using (household_id in (select h.id from household h));
create policy "supervisor gives documents with a message" on document for insert to quinze_supervisor
  with check (message_id in (select m.id from message m where m.from_staff = (select viewer_staff())
    and m.application_id is not distinct from document.application_id and m.adult is not distinct from document.adult
    and m.household_id is not distinct from document.household_id and m.person_id is not distinct from document.person_id));
create policy "supervisor's documents are scanned" on document for update to quinze_supervisor
  using (scan = 'waiting' and removed_at is null and (household_id in (select h.id from household h)
    or exists (select 1 from application a where a.id = application_id)))
  with check (true);
create policy "supervisor uploads" on upload for all to quinze_supervisor
  using (staff_id = (select viewer_staff())) with check (staff_id = (select viewer_staff()));
