-- A person asks that a decision be looked at again, by someone else. Begun as a draft, kept as typed; sent, it is frozen
-- and opens a task. Its answer is another decision, which feeds back once it has left.

create table "review_request" (
  "id" uuid primary key default uuidv7(),
  "decision_id" uuid not null,
  "household_id" uuid,
  "application_id" uuid,
  -- Who asks: a person of the household, or an adult of the application.
  "person_id" uuid,
  "adult" text check (adult in ('applicant', 'spouse')),
  "language" text not null default 'fr' check (language in ('fr', 'en')),
  "words" text not null default '' check (char_length(words) <= 6000),
  -- After the last day: what made it impossible to ask sooner.
  "late_reason" text not null default '' check (char_length(late_reason) <= 40),
  "late_words" text not null default '' check (char_length(late_words) <= 6000),
  "attempted" boolean not null default false,
  "begun_at" timestamptz(3) not null default app_now(),
  -- Sent. Null while it is a draft.
  "asked_at" timestamptz(3),
  "channel" text not null default 'web' check (channel in ('web', 'telephone', 'counter', 'paper')),
  "late" boolean,
  -- The last day to ask, as it was told.
  "until_day" text check (is_day(until_day)),
  "receipt_number" text unique,
  -- Until when an answer is expected; after it the Tribunal is open without one.
  "due_at" timestamptz(3),
  "withdrawn_at" timestamptz(3),
  -- What its answer gives was written.
  "followed_at" timestamptz(3),
  constraint "review_request_decision_id_fkey" foreign key ("decision_id") references "decision" ("id") on delete cascade on update cascade,
  constraint "review_request_household_id_fkey" foreign key ("household_id") references "household" ("id") on delete cascade on update cascade,
  constraint "review_request_application_id_fkey" foreign key ("application_id") references "application" ("id") on delete restrict on update cascade,
  constraint "review_request_person_id_fkey" foreign key ("person_id") references "person" ("id") on delete restrict on update cascade,
  constraint "review_request_is_of_a_file" check (num_nonnulls(household_id, application_id) >= 1),
  constraint "review_request_is_someones" check (num_nonnulls(person_id, adult) = 1),
  constraint "review_request_is_sent_whole" check
    (num_nonnulls(asked_at, late, until_day, receipt_number, due_at) in (0, 5)),
  constraint "review_request_says_why" check (asked_at is null or btrim(words) <> ''),
  constraint "review_request_late_says_why" check (late is not true or late_reason <> ''),
  constraint "review_request_was_sent_before_it_ends" check
    (asked_at is not null or (withdrawn_at is null and followed_at is null))
);
-- One draft for each who may ask, and one request of a decision at a time.
create unique index "review_request_draft" on "review_request" ("decision_id", coalesce(person_id::text, adult))
  where asked_at is null;
create unique index "review_request_stands_alone" on "review_request" ("decision_id")
  where asked_at is not null and withdrawn_at is null;
create index "review_request_decision_id_idx" on "review_request" ("decision_id");
create index "review_request_household_id_idx" on "review_request" ("household_id");
create index "review_request_application_id_idx" on "review_request" ("application_id");
create index "review_request_to_follow" on "review_request" ("id") where asked_at is not null and followed_at is null;

-- What is sent is frozen: it can only be taken back, once, and be followed. Received as the database's clock says.
create function review_request_is_frozen() returns trigger language plpgsql
as $$
begin
  if old.asked_at is null then
    if new.asked_at is not null then
      new.asked_at := date_trunc('milliseconds', least(new.asked_at, app_now()));
    end if;
    return new;
  end if;
  if (to_jsonb(new) - 'withdrawn_at' - 'followed_at') <> (to_jsonb(old) - 'withdrawn_at' - 'followed_at')
      or (old.withdrawn_at is not null and new.withdrawn_at is distinct from old.withdrawn_at) then
    raise exception 'A request for review that was sent is not changed' using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger "review_request_is_frozen" before update on "review_request"
  for each row execute function review_request_is_frozen();

-- Sent, it asks for a person; taken back, it asks for nobody.
create function review_opens_task() returns trigger
  language plpgsql volatile security definer set search_path = public, pg_temp
as $$
begin
  if new.withdrawn_at is not null then
    with ended as (
      update task set state = 'withdrawn', version = version + 1, ended_at = app_now(), changed_at = app_now()
        where kind = 'review' and subject_id = new.id and ended_at is null returning id)
    insert into task_event (task_id, verb, to_state, details)
      select id, 'withdraw', 'withdrawn', '{"why": "withdrawn"}' from ended;
    return null;
  end if;
  -- The office of the household now, or of the application.
  perform open_task('review', new.id,
    coalesce((select h.office_id from household h where h.id = new.household_id),
      (select a.office_id from application a where a.id = new.application_id)),
    new.household_id, new.application_id, (select d.from_month from decision d where d.id = new.decision_id),
    4::smallint, new.due_at);
  return null;
end $$;
create trigger "review_opens_task" after insert on "review_request" for each row
  when (new.asked_at is not null) execute function review_opens_task();
create trigger "review_opens_task_when_sent" after update of asked_at, withdrawn_at on "review_request" for each row
  when ((old.asked_at is null and new.asked_at is not null) or (old.withdrawn_at is null and new.withdrawn_at is not null))
  execute function review_opens_task();

-- Another person -------------------------------------------------------------------------------------------------------

-- Who took the decision that a request is about, and who agreed to it.
create function deciders_reviewed(request uuid) returns uuid[]
  language sql stable security definer set search_path = public, pg_temp
as $$
  select array_remove(array[d.decided_by, d.seconded_by], null)
  from review_request r join decision d on d.id = r.decision_id where r.id = request
$$;

-- A review is nobody's who decided: neither given to them, nor decided, nor seconded by them.
create function review_is_held_by_another() returns trigger
  language plpgsql volatile security definer set search_path = public, pg_temp
as $$
begin
  if new.assigned_to = any (deciders_reviewed(new.subject_id)) then
    raise exception 'A review is held by another person than the one who decided' using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger "review_is_held_by_another" before insert or update of assigned_to on "task" for each row
  when (new.kind = 'review' and new.assigned_to is not null) execute function review_is_held_by_another();

create function review_is_decided_by_another() returns trigger
  language plpgsql volatile security definer set search_path = public, pg_temp
as $$
declare
  reviewed uuid[];
begin
  select deciders_reviewed(t.subject_id) into reviewed from task t where t.id = new.task_id and t.kind = 'review';
  if new.decided_by = any (reviewed) or new.seconded_by = any (reviewed) then
    raise exception 'A review is decided by another person than the one who decided' using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger "review_is_decided_by_another" before insert or update of decided_by, seconded_by on "decision"
  for each row execute function review_is_decided_by_another();

-- Walls ----------------------------------------------------------------------------------------------------------------

-- Whether the person looking may ask for a review of a decision: theirs, gone to them, and not itself a review, after
-- which there is the Tribunal.
create function may_ask_review(wanted uuid) returns boolean
  language sql stable security definer set search_path = public, pg_temp
as $$
  select exists (select from decision d join task t on t.id = d.task_id
    where d.id = wanted and d.undone_at is null and d.leaves_at <= app_now() and t.kind <> 'review'
      and (d.person_id is null or d.person_id = viewer_person())
      and (d.household_id = viewer_household() or d.application_id = viewer_application()))
$$;

-- What the people of a decision know of the request that stands: when, until when an answer is expected, and the answer
-- once it has left. Its words are of who wrote them.
create function review_standing(wanted uuid) returns table (asked_at timestamptz, due_at timestamptz,
    answer_id uuid, answer_number text, answer_outcome text, answered_at timestamptz)
  language sql stable security definer set search_path = public, pg_temp
as $$
  select r.asked_at, r.due_at, a.id, a.number, a.outcome, a.leaves_at
  from review_request r join decision d on d.id = r.decision_id
    left join task t on t.kind = 'review' and t.subject_id = r.id
    left join decision a on a.task_id = t.id and a.undone_at is null and a.leaves_at <= app_now()
      and not exists (select from decision n where n.replaces = a.id and n.undone_at is null and n.leaves_at <= app_now())
  where r.decision_id = wanted and r.asked_at is not null and r.withdrawn_at is null
    and (d.person_id is null or d.person_id = viewer_person())
    and (d.household_id = viewer_household() or d.application_id = viewer_application())
$$;

-- Who asked, who decided and who agreed, by name, for whoever reads the request at the office.
create function review_names(request uuid) returns table (asked_by text, decided_by text, seconded_by text)
  language sql stable security definer set search_path = public, pg_temp
as $$
  select p.given_name || ' ' || p.family_name, one.name, two.name
  from review_request r join task t on t.kind = 'review' and t.subject_id = r.id join decision d on d.id = r.decision_id
    join staff_member one on one.id = d.decided_by left join staff_member two on two.id = d.seconded_by
    left join person p on p.id = r.person_id
  where r.id = request and r.asked_at is not null and viewer_staff() is not null and (t.office_id = viewer_office()
    or (current_setting('role') = 'quinze_supervisor' and t.office_id in (select o.id from office o where o.kind = 'contactCentre')))
$$;

revoke execute on function review_names(uuid), review_request_is_frozen(), review_opens_task(), deciders_reviewed(uuid),
  review_is_held_by_another(), review_is_decided_by_another(), may_ask_review(uuid), review_standing(uuid) from public;
grant execute on function may_ask_review(uuid), review_standing(uuid) to quinze_citizen, quinze_applicant;

grant execute on function review_names(uuid) to quinze_agent, quinze_supervisor;

alter table review_request enable row level security;

grant select, insert (decision_id, household_id, application_id, person_id, adult, language, words, late_reason, late_words, attempted),
  update (language, words, late_reason, late_words, attempted, asked_at, late, until_day, receipt_number, due_at, withdrawn_at)
  on review_request to quinze_citizen, quinze_applicant;
create policy "citizen reads own requests for review" on review_request for select to quinze_citizen
  using (person_id = (select viewer_person()) and household_id = (select viewer_household()));
create policy "citizen begins a request for review" on review_request for insert to quinze_citizen
  with check (person_id = (select viewer_person()) and household_id = (select viewer_household()) and asked_at is null
    and may_ask_review(decision_id));
create policy "citizen asks for a review" on review_request for update to quinze_citizen
  using (person_id = (select viewer_person()) and household_id = (select viewer_household()))
  with check (person_id = (select viewer_person()) and household_id = (select viewer_household())
    and (withdrawn_at is not null or may_ask_review(decision_id)));
create policy "applicant reads own requests for review" on review_request for select to quinze_applicant
  using (adult = (select viewer_adult()) and application_id = (select viewer_application()));
create policy "applicant begins a request for review" on review_request for insert to quinze_applicant
  with check (adult = (select viewer_adult()) and application_id = (select viewer_application()) and asked_at is null
    and may_ask_review(decision_id));
create policy "applicant asks for a review" on review_request for update to quinze_applicant
  using (adult = (select viewer_adult()) and application_id = (select viewer_application()))
  with check (adult = (select viewer_adult()) and application_id = (select viewer_application())
    and (withdrawn_at is not null or may_ask_review(decision_id)));

-- The office, through the task it opened. A draft is nobody's but its author's.
grant select on review_request to quinze_agent, quinze_supervisor;
create policy "agent reads requests for review" on review_request for select to quinze_agent
  using (asked_at is not null
    and exists (select 1 from task t where t.kind = 'review' and t.subject_id = review_request.id));
create policy "supervisor reads requests for review" on review_request for select to quinze_supervisor
  using (asked_at is not null
    and exists (select 1 from task t where t.kind = 'review' and t.subject_id = review_request.id));
