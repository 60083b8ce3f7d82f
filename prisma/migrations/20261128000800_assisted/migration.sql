-- Filing and applying with the help of the staff: by telephone, at the counter, from a paper. The person is identified,
-- their consent is noted, and from then on the staff work in the person's place: same pages, same rules, same draft.

create table "assisted_session" (
  "id" uuid primary key default uuidv7(),
  "staff_id" uuid not null,
  "household_id" uuid,
  "person_id" uuid,
  -- Or an application that begins with it.
  "application_id" uuid,
  "channel" text not null check (channel in ('telephone', 'counter', 'paper')),
  -- How the person was known. `none`: an application begins, and nobody is known yet.
  "identified_by" text not null check (identified_by in ('accessCode', 'questions', 'card', 'signature', 'none')),
  -- The day a paper was handed in: what it says counts as received that day.
  "handed_in_on" text check (is_day(handed_in_on)),
  "language" text not null check (language in ('fr', 'en')),
  -- The version of the words to which the person said yes.
  "consent_wording" text not null,
  "consented_at" timestamptz(3) not null default app_now(),
  "ends_at" timestamptz(3) not null default app_now() + interval '1 hour',
  "ended_at" timestamptz(3),
  constraint "assisted_session_staff_id_fkey" foreign key ("staff_id") references "staff_member" ("id") on delete restrict on update cascade,
  constraint "assisted_session_household_id_fkey" foreign key ("household_id") references "household" ("id") on delete cascade on update cascade,
  constraint "assisted_session_person_id_fkey" foreign key ("person_id") references "person" ("id") on delete restrict on update cascade,
  constraint "assisted_session_application_id_fkey" foreign key ("application_id") references "application" ("id") on delete restrict on update cascade,
  constraint "assisted_session_is_about_one" check (
    num_nonnulls(person_id, application_id) = 1 and (person_id is null) = (household_id is null)),
  constraint "assisted_session_knows_whom" check ((identified_by = 'none') = (person_id is null)),
  -- A signature is of a paper, and nobody shows a card on the telephone.
  constraint "assisted_session_is_known_so" check (identified_by = 'none'
    or ((channel = 'paper') = (identified_by = 'signature') and not (channel = 'telephone' and identified_by = 'card'))),
  constraint "assisted_session_paper_has_a_day" check ((channel = 'paper') = (handed_in_on is not null))
);
create index "assisted_session_staff_id_idx" on "assisted_session" ("staff_id");
create index "assisted_session_household_id_idx" on "assisted_session" ("household_id");
create index "assisted_session_person_id_idx" on "assisted_session" ("person_id");
create unique index "assisted_session_application_id_key" on "assisted_session" ("application_id");

-- The paper itself. Its bytes are in the storage, encrypted.
create table "paper_scan" (
  "id" uuid primary key default uuidv7(),
  "assisted_session_id" uuid not null,
  "staff_id" uuid not null,
  "type" text not null check (type in ('image/jpeg', 'application/pdf')),
  "bytes" integer not null check (bytes > 0),
  "storage_key" text not null unique,
  "digest" bytea not null check (length(digest) = 32),
  "scan" text not null check (scan in ('waiting', 'clean', 'infected', 'notScanned')),
  "received_at" timestamptz(3) not null default app_now(),
  constraint "paper_scan_assisted_session_id_fkey" foreign key ("assisted_session_id") references "assisted_session" ("id") on delete cascade on update cascade,
  constraint "paper_scan_staff_id_fkey" foreign key ("staff_id") references "staff_member" ("id") on delete restrict on update cascade
);
create index "paper_scan_assisted_session_id_idx" on "paper_scan" ("assisted_session_id");

-- Who wrote in the person's draft last, when it was not the person: both see it.
alter table "statement_draft" add column "written_by_staff" uuid, add column "written_by_name" text,
  add constraint "statement_draft_written_by_staff_fkey" foreign key ("written_by_staff") references "staff_member" ("id") on delete restrict on update cascade,
  add constraint "statement_draft_writer_is_whole" check ((written_by_staff is null) = (written_by_name is null));

-- In which session it was filed, for whom, and the day its paper was handed in: frozen with it.
alter table "filing" add column "assisted_session_id" uuid, add column "handed_in_on" text check (is_day(handed_in_on)),
  add constraint "filing_assisted_session_id_fkey" foreign key ("assisted_session_id") references "assisted_session" ("id") on delete restrict on update cascade,
  add constraint "filing_handed_in_is_of_paper" check (handed_in_on is null or channel = 'paper'),
  drop constraint "filing_mandate_is_whole",
  add constraint "filing_is_for_someone" check (
    num_nonnulls(mandate_id, mandate_kind) in (0, 2)
    and (for_person is not null) = (mandate_id is not null or assisted_session_id is not null)),
  add constraint "filing_assisted_is_by_staff" check (assisted_session_id is null or filed_by_staff is not null);

-- How people write a file number does not matter (src/server/access-codes.ts).
create index "household_file_number_plain" on "household" (regexp_replace(upper(file_number), '[^A-Z0-9]', '', 'g'));

-- Who is looking, in whose place ------------------------------------------------------------------------------------

create function viewer_assisted() returns uuid language sql stable parallel safe
  as $$ select nullif(current_setting('quinze.assisted', true), '')::uuid $$;
create function viewer_channel() returns text language sql stable parallel safe
  as $$ select nullif(current_setting('quinze.channel', true), '') $$;
create function viewer_handed_in() returns text language sql stable parallel safe
  as $$ select nullif(current_setting('quinze.handed_in', true), '') $$;

-- The session, while it lives and the person still lives where they did.
create function living_assisted(visit uuid, staff uuid) returns assisted_session
  language sql stable security definer set search_path = public, pg_temp
as $$
  select a from assisted_session a join staff_member m on m.id = a.staff_id
  where a.id = visit and a.staff_id = staff and a.ended_at is null and app_now() < a.ends_at
    and a.person_id is not null and household_of(a.person_id) = a.household_id
    and m.role in ('agent', 'contact', 'supervisor')
$$;

-- Takes the person's place in this transaction: read from the session, not from our own word. Nobody's when it is over.
create function enter_assisted(visit uuid, staff uuid) returns void
  language plpgsql volatile security definer set search_path = public, pg_temp
as $$
declare
  s assisted_session := living_assisted(visit, staff);
begin
  perform set_config('quinze.staff', coalesce(s.staff_id::text, ''), true),
    set_config('quinze.person', coalesce(s.person_id::text, ''), true),
    set_config('quinze.household', coalesce(s.household_id::text, ''), true),
    set_config('quinze.assisted', coalesce(s.id::text, ''), true),
    set_config('quinze.channel', coalesce(s.channel, ''), true),
    set_config('quinze.handed_in', coalesce(s.handed_in_on, ''), true);
end $$;

-- What a page needs of one's own living session.
create function assisted_viewer(visit uuid)
  returns table (id uuid, person_id uuid, name text, file_number text, memberships jsonb, channel text,
    identified_by text, handed_in_on text, ends_at timestamptz, scans integer)
  language sql stable security definer set search_path = public, pg_temp rows 1
as $$
  select s.id, s.person_id, p.given_name || ' ' || p.family_name, h.file_number,
    jsonb_build_array(jsonb_build_object('householdId', m.household_id, 'fromDay', m.from_day, 'untilDay', null)),
    s.channel, s.identified_by, s.handed_in_on, s.ends_at,
    (select count(*) from paper_scan c where c.assisted_session_id = s.id)::int
  from living_assisted(visit, viewer_staff()) s
    join person p on p.id = s.person_id join household h on h.id = s.household_id
    join household_member m on m.household_id = s.household_id and m.person_id = s.person_id and m.role = 'adult'
      and m.until_day is null
$$;

-- How many of the answers are those of the file. The facts never leave the database.
-- (`given`, not `answers`: a filing has a column of that name.)
create function right_answers(home uuid, who uuid, given jsonb) returns integer
  language sql stable security definer set search_path = public, pg_temp
as $$
  select coalesce((given ->> 'postalCode' = (select a.postal_code from household_address a
      where a.household_id = home and a.from_day <= today() order by a.from_day desc limit 1))::int, 0)
    + coalesce((given ->> 'paymentCents' = (select e.total_cents::text from expected_payment e
      where e.household_id = home and e.month <= left(today(), 7)
      order by e.month desc, e.computed_at desc, e.id desc limit 1))::int, 0)
    + exists (select from household_member m join person p on p.id = m.person_id
      where m.household_id = home and m.until_day is null and p.id <> who
        and p.birth_date = given ->> 'otherBirth')::int
    + exists (select from filing f where f.household_id = home and f.kind <> 'privateChange'
      and f.receipt_number = given ->> 'receipt')::int
$$;

-- Begins a session with an adult, when what the caller gave proves who they are. `refusal`: why not.
-- The office's own households; the contact centre answers for every office.
-- By questions, two right answers and no more than one wrong (src/domain/access/identification.ts, which a test compares).
create function begin_assisted(file text, birth text, of_channel text, way text, access_digest bytea, answers jsonb,
    paper_day text, spoken text, consent text)
  returns table (session_id uuid, refusal text)
  language plpgsql volatile security definer set search_path = public, pg_temp rows 1
as $$
declare
  me staff_member;
  found_people uuid[];
  who uuid;
  home uuid;
  office uuid;
  matched integer;
begin
  select * into me from staff_member m where m.id = viewer_staff() and m.role in ('agent', 'contact', 'supervisor');
  if me.id is null then return query select null::uuid, 'notYours'; return; end if;
  select array_agg(m.person_id), min(h.id::text)::uuid, min(h.office_id::text)::uuid into found_people, home, office
    from household h join household_member m on m.household_id = h.id and m.role = 'adult' and m.until_day is null
      join person p on p.id = m.person_id
    where regexp_replace(upper(h.file_number), '[^A-Z0-9]', '', 'g') = file and p.birth_date = birth
      and (way <> 'accessCode' or exists (
        select from auth."access_code" c where c.person_id = p.id and c.digest = access_digest));
  -- The contact centre sees nobody and takes no paper: what proves someone there is said, and compared here.
  if me.role = 'contact' and way not in ('accessCode', 'questions') then
    return query select null::uuid, 'notYours'; return;
  end if;
  if found_people is null then return query select null::uuid, 'notProved'; return; end if;
  if me.role <> 'contact' and me.office_id is distinct from office then
    return query select null::uuid, 'otherOffice'; return;
  end if;
  -- Born the same day: only a code tells them apart.
  if cardinality(found_people) > 1 then return query select null::uuid, 'two'; return; end if;
  who := found_people[1];
  if way = 'questions' then
    matched := right_answers(home, who, answers);
    if matched < 2 or (select count(*) from jsonb_object_keys(answers)) - matched > 1 then
      return query select null::uuid, 'notProved'; return;
    end if;
  end if;
  insert into assisted_session (staff_id, household_id, person_id, channel, identified_by, handed_in_on, language, consent_wording)
    values (me.id, home, who, of_channel, way, paper_day, spoken, consent) returning id into session_id;
  -- The person reads it among who looked at their file.
  insert into audit (actor_kind, actor_id, act, subject_kind, subject_id, household_id, details)
    values ('staff', me.id, 'assisted', 'assisted', session_id, home,
      jsonb_build_object('channel', of_channel, 'way', way));
  return query select session_id, null::text;
end $$;

-- Notes that an application just begun was begun with the help of the staff, and the day of its paper.
create function begin_assisted_application(begun uuid, of_channel text, paper_day text, spoken text, consent text)
  returns uuid
  language plpgsql volatile security definer set search_path = public, pg_temp
as $$
declare
  session_id uuid;
begin
  if not exists (select from staff_member m where m.id = viewer_staff() and m.role in ('agent', 'contact', 'supervisor')) then
    return null;
  end if;
  select s.id into session_id from assisted_session s where s.application_id = begun and s.staff_id = viewer_staff();
  if session_id is not null then return session_id; end if;
  -- Only one that was begun this minute, by nobody else and for nobody yet.
  update application a set channel = of_channel,
      started_at = case when paper_day is null then a.started_at
        else least(a.started_at, paper_day::timestamp at time zone 'America/Toronto') end
    where a.id = begun and a.sent_at is null and a.started_at > app_now() - interval '1 minute'
      and not exists (select from assisted_session s where s.application_id = begun)
      and not exists (select from application_adult m where m.application_id = begun and m.person_id is not null);
  if not found then return null; end if;
  insert into assisted_session (staff_id, application_id, channel, identified_by, handed_in_on, language, consent_wording)
    values (viewer_staff(), begun, of_channel, 'none', paper_day, spoken, consent) returning id into session_id;
  insert into application_event (application_id, kind, "by", details)
    values (begun, 'assisted', 'staff', jsonb_build_object('channel', of_channel));
  insert into audit (actor_kind, actor_id, act, subject_kind, subject_id, details)
    values ('staff', viewer_staff(), 'assisted', 'application', begun, jsonb_build_object('channel', of_channel));
  return session_id;
end $$;

-- Walls ----------------------------------------------------------------------------------------------------------------

alter table assisted_session enable row level security;
alter table paper_scan enable row level security;

revoke execute on function viewer_assisted(), viewer_channel(), viewer_handed_in(), living_assisted(uuid, uuid),
  enter_assisted(uuid, uuid), assisted_viewer(uuid), right_answers(uuid, uuid, jsonb),
  begin_assisted(text, text, text, text, bytea, jsonb, text, text, text),
  begin_assisted_application(uuid, text, text, text, text) from public;
grant usage on schema public to quinze_assistant;
grant execute on function assisted_viewer(uuid), begin_assisted(text, text, text, text, bytea, jsonb, text, text, text),
  begin_assisted_application(uuid, text, text, text, text) to quinze_agent, quinze_contact, quinze_supervisor;

grant select on assisted_session, paper_scan to quinze_agent, quinze_contact, quinze_supervisor;
grant update (ended_at) on assisted_session to quinze_agent, quinze_contact, quinze_supervisor;
grant insert on paper_scan to quinze_agent, quinze_contact, quinze_supervisor;
grant update (scan) on paper_scan to quinze_agent, quinze_contact, quinze_supervisor;

create policy "agent reads own and the office's assisted sessions" on assisted_session for select to quinze_agent
  using (staff_id = (select viewer_staff()) or exists (select from household h where h.id = household_id));
create policy "agent ends own assisted session" on assisted_session for update to quinze_agent
  using (staff_id = (select viewer_staff()) and ended_at is null) with check (ended_at is not null);
create policy "contact agent reads own assisted sessions" on assisted_session for select to quinze_contact
  using (staff_id = (select viewer_staff()));
create policy "contact agent ends own assisted session" on assisted_session for update to quinze_contact
  using (staff_id = (select viewer_staff()) and ended_at is null) with check (ended_at is not null);
create policy "supervisor reads own and the office's assisted sessions" on assisted_session for select to quinze_supervisor
  using (staff_id = (select viewer_staff()) or exists (select from household h where h.id = household_id));
create policy "supervisor ends own assisted session" on assisted_session for update to quinze_supervisor
  using (staff_id = (select viewer_staff()) and ended_at is null) with check (ended_at is not null);

create policy "agent reads scans" on paper_scan for select to quinze_agent
  using (exists (select from assisted_session s where s.id = assisted_session_id));
create policy "agent attaches a scan" on paper_scan for insert to quinze_agent
  with check (staff_id = (select viewer_staff()) and exists (select from assisted_session s where s.id = assisted_session_id
    and s.staff_id = (select viewer_staff()) and s.channel = 'paper' and s.ended_at is null and app_now() < s.ends_at));
create policy "agent keeps what the scanner said" on paper_scan for update to quinze_agent
  using (scan = 'waiting') with check (scan in ('clean', 'infected'));
create policy "contact agent reads scans" on paper_scan for select to quinze_contact
  using (exists (select from assisted_session s where s.id = assisted_session_id));
create policy "contact agent attaches a scan" on paper_scan for insert to quinze_contact
  with check (staff_id = (select viewer_staff()) and exists (select from assisted_session s where s.id = assisted_session_id
    and s.staff_id = (select viewer_staff()) and s.channel = 'paper' and s.ended_at is null and app_now() < s.ends_at));
create policy "contact agent keeps what the scanner said" on paper_scan for update to quinze_contact
  using (scan = 'waiting') with check (scan in ('clean', 'infected'));
create policy "supervisor reads scans" on paper_scan for select to quinze_supervisor
  using (exists (select from assisted_session s where s.id = assisted_session_id));
create policy "supervisor attaches a scan" on paper_scan for insert to quinze_supervisor
  with check (staff_id = (select viewer_staff()) and exists (select from assisted_session s where s.id = assisted_session_id
    and s.staff_id = (select viewer_staff()) and s.channel = 'paper' and s.ended_at is null and app_now() < s.ends_at));
create policy "supervisor keeps what the scanner said" on paper_scan for update to quinze_supervisor
  using (scan = 'waiting') with check (scan in ('clean', 'infected'));

-- The assistant: a member of the staff in the place of the person, for as long as the session lasts. The household and
-- the person are those of the session; without a living one they are nobody's.
grant execute on function app_now(), is_day(text), is_month(text), today(), viewer_person(), viewer_household(),
  viewer_actor(), viewer_staff(), viewer_assisted(), viewer_channel(), viewer_handed_in(), enter_assisted(uuid, uuid)
  to quinze_assistant;
grant select on drafts_of_others, office, household, household_member, person, household_situation, adult_constraint,
  filing_obligation, filing_extension, statement_draft, filing, filing_confirmation, expected_payment
  to quinze_assistant;
grant insert, update, delete on statement_draft to quinze_assistant;
grant insert on filing, expected_payment, audit, outbox to quinze_assistant;

create policy "assistant reads offices" on office for select to quinze_assistant using (true);
create policy "assistant reads the household" on household for select to quinze_assistant
  using (id = (select viewer_household()));
create policy "assistant reads the person's membership" on household_member for select to quinze_assistant
  using (person_id = (select viewer_person()));
create policy "assistant reads who lives there now" on household_member for select to quinze_assistant
  using (household_id = (select viewer_household()) and until_day is null);
create policy "assistant reads the household's people" on person for select to quinze_assistant
  using (id in (select m.person_id from household_member m));
create policy "assistant reads the situation" on household_situation for select to quinze_assistant
  using (household_id = (select viewer_household()));
create policy "assistant reads constraints" on adult_constraint for select to quinze_assistant
  using (person_id in (select m.person_id from household_member m));
create policy "assistant reads obligations" on filing_obligation for select to quinze_assistant
  using (household_id = (select viewer_household()));
create policy "assistant reads extensions" on filing_extension for select to quinze_assistant
  using (household_id is null or household_id = (select viewer_household()));
create policy "assistant keeps the person's drafts" on statement_draft for all to quinze_assistant
  using (person_id = (select viewer_person()) and household_id = (select viewer_household()))
  with check (person_id = (select viewer_person()) and household_id = (select viewer_household()));
create policy "assistant reads filings of the person's time" on filing for select to quinze_assistant
  using (
    (kind <> 'privateChange' or coalesce(for_person, filed_by_person) = (select viewer_person()))
    and exists (
      select 1 from household_member m
      where m.household_id = filing.household_id and m.person_id = (select viewer_person()) and m.role = 'adult'
        and to_char(filing.received_at at time zone 'America/Toronto', 'YYYY-MM-DD') >= m.from_day
        and (m.until_day is null
          or to_char(filing.received_at at time zone 'America/Toronto', 'YYYY-MM-DD') < m.until_day)));
create policy "assistant files" on filing for insert to quinze_assistant
  with check (
    household_id = (select viewer_household()) and filed_by_staff = (select viewer_staff()) and filed_by_person is null
    and for_person = (select viewer_person()) and mandate_id is null
    and assisted_session_id = (select viewer_assisted()) and channel = (select viewer_channel())
    and handed_in_on is not distinct from (select viewer_handed_in()));
create policy "assistant reads confirmations" on filing_confirmation for select to quinze_assistant
  using (exists (select 1 from filing f where f.id = filing_confirmation.filing_id));
create policy "assistant reads expected payments" on expected_payment for select to quinze_assistant
  using (exists (select 1 from filing f where f.id = expected_payment.filing_id)
    or (filing_id is null and household_id = (select viewer_household())));
create policy "assistant's filing leads to a payment" on expected_payment for insert to quinze_assistant
  with check (household_id = (select viewer_household()));
create policy "assistant leaves a trace" on audit for insert to quinze_assistant
  with check (actor_kind = 'staff' and actor_id = (select viewer_staff()) and household_id = (select viewer_household()));
create policy "assistant's acts are announced" on outbox for insert to quinze_assistant
  with check (sent_at is null and person_id = (select viewer_person()));

-- What is done with the person is told among the looks, by what it is.
create or replace view looks_of_viewer with (security_barrier) as
  select a.id, a.at, s.role, split_part(s.name, ' ', 1) as first_name, o.name_fr as office_fr, o.name_en as office_en,
    a.subject_kind, case when here.known then f.kind end as filing_kind, case when here.known then f.month end as month
  from household_member m
    join audit a on a.household_id = m.household_id
      and to_char(a.at at time zone 'America/Toronto', 'YYYY-MM-DD') >= m.from_day
      and (m.until_day is null or to_char(a.at at time zone 'America/Toronto', 'YYYY-MM-DD') < m.until_day)
    join staff_member s on s.id = a.actor_id
    left join office o on o.id = s.office_id
    left join filing f on a.subject_kind = 'filing' and f.id = a.subject_id
    cross join lateral (select to_char(f.received_at at time zone 'America/Toronto', 'YYYY-MM-DD') >= m.from_day
      and (m.until_day is null
        or to_char(f.received_at at time zone 'America/Toronto', 'YYYY-MM-DD') < m.until_day) as known) here
  where m.person_id = (select viewer_person()) and m.role = 'adult'
    and a.actor_kind = 'staff'
    and (a.act = 'looked' or (a.act = 'assisted' and a.subject_kind = 'assisted'
      -- One adult's call is not the other's to read.
      and exists (select from assisted_session t where t.id = a.subject_id and t.person_id = m.person_id)))
    and (f.id is null or f.kind <> 'privateChange' or coalesce(f.for_person, f.filed_by_person) = (select viewer_person()));
