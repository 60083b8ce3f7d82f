-- Who reads beyond their office, and who watches. A file of any office is opened one at a time: by the contact centre
-- for a call, by an agent of another office for a written reason. While it is open it is read as the contact centre
-- reads, and nothing of it is decided (src/decisions/opening-a-file.md).

create table "file_opening" (
  "id" uuid primary key default uuidv7(),
  "staff_id" uuid not null,
  "household_id" uuid not null,
  -- `call`: the contact centre answers a person. `glass`: someone of another office breaks the glass.
  "kind" text not null check (kind in ('call', 'glass')),
  "reason" text not null check (reason in ('call', 'presentHere', 'replacing', 'urgent', 'other')),
  -- For who watches, in the words of who opened. Never for the citizen's page.
  "words" text check (words = btrim(words) and char_length(words) between 10 and 1000),
  "opened_at" timestamptz(3) not null default app_now(),
  "until" timestamptz(3) not null,
  constraint "file_opening_staff_id_fkey" foreign key ("staff_id") references "staff_member" ("id") on delete restrict on update cascade,
  constraint "file_opening_household_id_fkey" foreign key ("household_id") references "household" ("id") on delete cascade on update cascade,
  constraint "file_opening_glass_says_why" check ((kind = 'glass') = (words is not null)),
  constraint "file_opening_call_is_a_call" check ((kind = 'call') = (reason = 'call')),
  constraint "file_opening_ends" check (until > opened_at and until <= opened_at + interval '30 minutes')
);
create index "file_opening_staff_id_opened_at_idx" on "file_opening" ("staff_id", "opened_at");
create index "file_opening_household_id_idx" on "file_opening" ("household_id");
create index "file_opening_opened_at_idx" on "file_opening" ("opened_at");

-- The households this member of staff holds open now.
create function opened_households() returns setof uuid
  language sql stable security definer set search_path = public, pg_temp rows 3
as $$
  select o.household_id from file_opening o where o.staff_id = viewer_staff() and o.until > app_now()
$$;

-- Opens a file by its number, and writes it in the trail: found or not, nobody tries numbers unseen. Past sixty tries in
-- an hour nothing opens: a person answers fewer calls, a program would not. What an agent opened by breaking the glass
-- is for the file's own office to look at (a task `flag`).
create function open_file(number text, why text, in_words text)
  returns table (outcome text, household uuid)
  language plpgsql volatile security definer set search_path = public, pg_temp
as $$
declare
  who staff_member;
  home record;
  living uuid;
  tries integer;
  opened uuid;
  -- Once: the movable clock of the demo goes on between two readings.
  moment timestamptz := app_now();
begin
  select * into who from staff_member s where s.id = viewer_staff() for update;
  if who.role is null or who.role not in ('agent', 'supervisor', 'contact') then
    return query select 'not-allowed', null::uuid;
    return;
  end if;
  select count(*) into tries from audit a
    where a.actor_id = who.id and a.act in ('opened', 'sought') and a.at > app_now() - interval '1 hour';
  if tries >= 60 then
    return query select 'too-many', null::uuid;
    return;
  end if;
  select h.id, h.office_id into home from household h where compared_file_number(h.file_number) = number;
  if home.id is null then
    insert into audit (actor_kind, actor_id, act, subject_kind) values ('staff', who.id, 'sought', 'household');
    return query select 'not-found', null::uuid;
    return;
  end if;
  if who.role <> 'contact' and home.office_id = who.office_id then
    return query select 'own-office', home.id;
    return;
  end if;
  -- Opened a moment ago: the same opening goes on, and does not last longer for it.
  select o.id into living from file_opening o
    where o.staff_id = who.id and o.household_id = home.id and o.until > app_now() limit 1;
  if living is null then
    insert into file_opening (staff_id, household_id, kind, reason, words, opened_at, until)
      values (who.id, home.id, case who.role when 'contact' then 'call' else 'glass' end, why,
        case when who.role <> 'contact' then btrim(in_words) end, moment, moment + interval '30 minutes')
      returning id into opened;
    insert into audit (actor_kind, actor_id, act, subject_kind, subject_id, household_id, details)
      values ('staff', who.id, 'opened', 'household', home.id, home.id, jsonb_build_object('reason', why));
    if who.role <> 'contact' then
      perform open_task('flag', opened, home.office_id, home.id, null, null, 9::smallint, null);
    end if;
  end if;
  return query select 'opened', home.id;
end $$;
revoke execute on function opened_households(), open_file(text, text, text) from public;
grant execute on function open_file(text, text, text) to quinze_agent, quinze_supervisor, quinze_contact;
grant execute on function opened_households() to quinze_contact;

alter table file_opening enable row level security;
grant select on file_opening to quinze_contact, quinze_supervisor, quinze_auditor;
create policy "contact reads own openings" on file_opening for select to quinze_contact
  using (staff_id = (select viewer_staff()) and until > (select app_now()));
-- Who answers for a file sees who opened it, and why.
create policy "supervisor reads openings of the office's files" on file_opening for select to quinze_supervisor
  using (household_id in (select h.id from household h));
create policy "auditor reads openings" on file_opening for select to quinze_auditor using (true);

-- What is read of an open file: who lives there, what was filed, what was paid, where each matter stands. Never a bank
-- account, an address, a document, a note or a message; never what one adult told the office alone.
grant select on household, household_member, person, household_situation, adult_constraint, filing_obligation,
  filing_extension, filing, filing_confirmation, expected_payment to quinze_contact;
grant select (id, kind, office_id, household_id, subject_id, month, state, due_at, urgency, opened_at, changed_at, until_day, ended_at)
  on task to quinze_contact;
grant select (id, task_id, at, verb, from_state, to_state) on task_event to quinze_contact;
grant select (id, number, task_id, household_id, outcome, from_month, language, decided_at, leaves_at, undone_at) on decision
  to quinze_contact;

create policy "contact reads open files" on household for select to quinze_contact
  using (id in (select opened_households()));
create policy "contact reads members of open files" on household_member for select to quinze_contact
  using (household_id in (select opened_households()));
create policy "contact reads people of open files" on person for select to quinze_contact
  using (exists (select 1 from household_member m where m.person_id = person.id));
create policy "contact reads situations of open files" on household_situation for select to quinze_contact
  using (household_id in (select opened_households()));
create policy "contact reads constraints of open files" on adult_constraint for select to quinze_contact
  using (exists (select 1 from household_member m where m.person_id = adult_constraint.person_id));
create policy "contact reads obligations of open files" on filing_obligation for select to quinze_contact
  using (household_id in (select opened_households()));
create policy "contact reads extensions" on filing_extension for select to quinze_contact
  using (household_id is null or household_id in (select opened_households()));
create policy "contact reads filings of open files" on filing for select to quinze_contact
  using (kind <> 'privateChange' and household_id in (select opened_households()));
create policy "contact reads confirmations of open files" on filing_confirmation for select to quinze_contact
  using (exists (select 1 from filing f where f.id = filing_confirmation.filing_id));
create policy "contact reads payments of open files" on expected_payment for select to quinze_contact
  using (household_id in (select opened_households()));
-- A task about what one adult told the office alone is as private as that.
create policy "contact reads tasks of open files" on task for select to quinze_contact
  using (household_id in (select opened_households()) and kind <> 'flag'
    and (kind <> 'change' or exists (select 1 from filing f where f.id = task.subject_id)));
create policy "contact reads moves of open files" on task_event for select to quinze_contact
  using (exists (select 1 from task t where t.id = task_id));
create policy "contact reads decisions that left" on decision for select to quinze_contact
  using (household_id in (select opened_households()) and undone_at is null and leaves_at <= (select app_now())
    and exists (select 1 from task t where t.id = task_id));
alter policy "contact agent leaves a trace" on audit with check (
  actor_kind = 'staff' and actor_id = (select viewer_staff())
  and (household_id is null or household_id in (select opened_households())));

-- The citizen is told why, when someone of another office looked.
create view openings_of_viewer with (security_barrier) as
  select l.id, a.details ->> 'opening' as reason from looks_of_viewer l join audit a on a.id = l.id
  where a.details ? 'opening';
grant select on openings_of_viewer to quinze_citizen;

-- The auditor ------------------------------------------------------------------------------------------------------------

create index "audit_actor_id_at_idx" on "audit" ("actor_id", "at");
create index "audit_at_idx" on "audit" ("at");

-- Where a member of staff lives, for one question alone: did they look at a neighbour's file? Nobody reads it.
create table "staff_address" (
  "staff_id" uuid primary key,
  "street" text not null,
  "unit" text,
  "postal_code" text not null,
  constraint "staff_address_staff_id_fkey" foreign key ("staff_id") references "staff_member" ("id") on delete cascade on update cascade
);
alter table staff_address enable row level security;

-- The names of a family name that may be anyone's: without accents, in small letters, particles left out. A double name
-- is two.
create function surname_parts(name text) returns text[]
  language sql immutable parallel safe
as $$
  select coalesce(array_agg(part), '{}') from regexp_split_to_table(
    translate(lower(name), 'àâäáãåçéèêëíìîïñóòôöõúùûüýÿ', 'aaaaaaceeeeiiiinooooouuuuyy'), '[^a-z]+') part
  where char_length(part) > 1 and part not in ('de', 'du', 'des', 'la', 'le', 'les', 'st', 'ste', 'van', 'von')
$$;
-- One dwelling, however it was written: the street number, the apartment and the postal code.
create function compared_dwelling(street text, unit text, postal_code text) returns text
  language sql immutable parallel safe
as $$
  select concat_ws(' ', substring(street from '\d+'), upper(regexp_replace(coalesce(unit, ''), '[^A-Za-z0-9]', '', 'g')),
    upper(regexp_replace(postal_code, '[^A-Za-z0-9]', '', 'g')))
$$;

-- The trail with the names it needs: who of the staff, of which office, about which file.
create view trail_line with (security_barrier) as
  select a.id, a.at, a.actor_kind, a.actor_id, a.act, a.subject_kind, a.subject_id, a.household_id, a.details,
    s.name as staff_name, s.role as staff_role, o.name_fr as office_fr, o.name_en as office_en, h.file_number
  from audit a
    left join staff_member s on a.actor_kind = 'staff' and s.id = a.actor_id
    left join office o on o.id = s.office_id
    left join household h on h.id = a.household_id;
grant select on trail_line to quinze_auditor;

-- The household of a file number, for a search of the trail.
create function household_numbered(number text) returns uuid
  language sql stable security definer set search_path = public, pg_temp
as $$ select h.id from household h where compared_file_number(h.file_number) = number $$;

-- Who works or worked for the agency, to choose from.
create function staff_names() returns table (id uuid, name text, role text, office_fr text, office_en text)
  language sql stable security definer set search_path = public, pg_temp
as $$
  select s.id, s.name, s.role, o.name_fr, o.name_en from staff_member s left join office o on o.id = s.office_id
  order by s.name, s.id
$$;

-- Looks of staff at the file of someone of their own family name, or who lives where they live: once a file and a day.
create function alike_looks(since timestamptz, until timestamptz, most integer)
  returns table (id uuid, at timestamptz, staff_id uuid, staff_name text, office_fr text, office_en text, file_number text,
    looks integer, surname boolean, address boolean)
  language sql stable security definer set search_path = public, pg_temp
as $$
  with looked as (
    select min(a.id::text)::uuid as id, min(a.at) as at, a.actor_id, a.household_id, count(*)::integer as looks
    from audit a
    where a.at >= since and a.at < alike_looks.until and a.actor_kind = 'staff' and a.act in ('looked', 'opened')
      and a.household_id is not null
    group by a.actor_id, a.household_id, to_char(a.at at time zone 'America/Toronto', 'YYYY-MM-DD')),
  judged as (
    select l.*, s.name, s.office_id,
      exists (select 1 from household_member m join person p on p.id = m.person_id
        where m.household_id = l.household_id and m.role = 'adult'
          and surname_parts(p.family_name) && surname_parts(regexp_replace(s.name, '^\S+\s*', ''))) as surname,
      exists (select 1 from staff_address mine join lateral (select x.* from household_address x
          where x.household_id = l.household_id and x.from_day <= today() order by x.from_day desc limit 1) theirs on true
        where mine.staff_id = l.actor_id
          and compared_dwelling(mine.street, mine.unit, mine.postal_code)
            = compared_dwelling(theirs.street, theirs.unit, theirs.postal_code)) as address
    from looked l join staff_member s on s.id = l.actor_id)
  select j.id, j.at, j.actor_id, j.name, o.name_fr, o.name_en, h.file_number, j.looks, j.surname, j.address
  from judged j join household h on h.id = j.household_id left join office o on o.id = j.office_id
  where j.surname or j.address
  order by j.at desc, j.id desc limit most
$$;

-- Who broke the glass, on which file, why, and whether its office has looked at it since.
create function glass_broken(since timestamptz, until timestamptz, most integer)
  returns table (id uuid, at timestamptz, staff_id uuid, staff_name text, office_fr text, office_en text, file_number text,
    reason text, words text, looks integer, explained text)
  language sql stable security definer set search_path = public, pg_temp
as $$
  select g.id, g.opened_at, g.staff_id, s.name, o.name_fr, o.name_en, h.file_number, g.reason, g.words,
    (select count(*)::integer from audit a where a.household_id = g.household_id and a.actor_id = g.staff_id
      and a.act = 'looked' and a.at >= g.opened_at and a.at < g.until),
    coalesce((select t.state from task t where t.kind = 'flag' and t.subject_id = g.id), 'closed')
  from file_opening g join staff_member s on s.id = g.staff_id left join office o on o.id = s.office_id
    join household h on h.id = g.household_id
  where g.kind = 'glass' and g.opened_at >= since and g.opened_at < glass_broken.until
  order by g.opened_at desc, g.id desc limit most
$$;

revoke execute on function surname_parts(text), compared_dwelling(text, text, text), household_numbered(text), staff_names(),
  alike_looks(timestamptz, timestamptz, integer), glass_broken(timestamptz, timestamptz, integer) from public;
grant execute on function household_numbered(text), staff_names(), alike_looks(timestamptz, timestamptz, integer),
  glass_broken(timestamptz, timestamptz, integer) to quinze_auditor;
-- Who searches the trail is in it.
grant insert on audit to quinze_auditor;
create policy "auditor leaves a trace" on audit for insert to quinze_auditor
  with check (actor_kind = 'staff' and actor_id = (select viewer_staff()) and act in ('looked', 'sought', 'downloaded'));

-- The team ---------------------------------------------------------------------------------------------------------------

-- How often a question is answered wrongly, by day: no person, no office, no answer. The name of a question is ours.
create table "form_mistake" (
  "form" text not null check (form in ('statement', 'change', 'application')),
  "question" text not null check (question ~ '^[A-Za-z][A-Za-z.-]{0,59}$'),
  "day" text not null check (is_day(day)),
  "times" integer not null check (times > 0),
  primary key ("form", "question", "day")
);
create index "form_mistake_day_idx" on "form_mistake" ("day");
alter table form_mistake enable row level security;
grant select on form_mistake to quinze_supervisor;
create policy "supervisor reads mistakes" on form_mistake for select to quinze_supervisor using (true);

-- In one order, so that two forms never wait for each other.
create function count_mistakes(of_form text, questions text[]) returns void
  language sql volatile security definer set search_path = public, pg_temp
as $$
  insert into form_mistake (form, question, day, times)
    select of_form, q, today(), 1 from (select distinct unnest(questions) as q order by 1) asked
    on conflict (form, question, day) do update set times = form_mistake.times + 1
$$;
revoke execute on function count_mistakes(text, text[]) from public;
grant execute on function count_mistakes(text, text[]) to quinze_citizen, quinze_representative, quinze_applicant;

-- Where the statements of a month stop, in the viewer's office: how many were sent, and of those left for a day, the
-- last page that was gone through. Counts alone leave this function.
create function statements_left(of_month text) returns table (page text, count bigint)
  language sql stable security definer set search_path = public, pg_temp
as $$
  with home as (select h.id from household h where h.office_id = viewer_office()),
  sent as (select distinct f.household_id from filing f join home h on h.id = f.household_id
    where f.kind = 'statement' and f.month = of_month),
  left_there as (select distinct on (d.household_id) case when 'verification' = any (d.attempted) then 'verification'
      when 'questions' = any (d.attempted) then 'questions' else 'start' end as page
    from statement_draft d join home h on h.id = d.household_id
    where d.kind = 'statement' and d.month = of_month and d.updated_at < app_now() - interval '1 day'
      and not exists (select from sent s where s.household_id = d.household_id)
    order by d.household_id, d.updated_at desc)
  select page, count(*) from left_there group by page
  union all select 'sent', count(*) from sent
$$;
revoke execute on function statements_left(text) from public;
grant execute on function statements_left(text) to quinze_supervisor;

-- Files of data -----------------------------------------------------------------------------------------------------------

-- A file of lines, made piece by piece by whoever asked for it, as they read. It is theirs alone, for a day.
create table "export" (
  "id" uuid primary key default uuidv7(),
  "staff_id" uuid not null,
  "kind" text not null check (kind in ('tasks', 'trail')),
  -- What was asked: identifiers and days.
  "asked" jsonb not null default '{}',
  "language" text not null check (language in ('fr', 'en')),
  "rows_total" integer not null check (rows_total >= 0),
  "rows_done" integer not null default 0 check (rows_done >= 0),
  -- The last line that was written: the next piece goes on after it.
  "cursor" uuid,
  "asked_at" timestamptz(3) not null default app_now(),
  "ended_at" timestamptz(3),
  "key" uuid not null,
  constraint "export_staff_id_fkey" foreign key ("staff_id") references "staff_member" ("id") on delete restrict on update cascade
);
create unique index "export_staff_id_key_key" on "export" ("staff_id", "key");
create index "export_asked_at_idx" on "export" ("asked_at");
create table "export_piece" (
  "export_id" uuid not null,
  "place" integer not null check (place >= 0),
  "text" text not null,
  primary key ("export_id", "place"),
  constraint "export_piece_export_id_fkey" foreign key ("export_id") references "export" ("id") on delete cascade on update cascade
);
alter table export enable row level security;
alter table export_piece enable row level security;
grant select, insert on export, export_piece to quinze_supervisor, quinze_auditor;
grant update (rows_done, cursor, ended_at) on export to quinze_supervisor, quinze_auditor;
create policy "supervisor reads own exports" on export for select to quinze_supervisor
  using (staff_id = (select viewer_staff()) and kind = 'tasks' and asked_at > (select app_now()) - interval '1 day');
create policy "supervisor asks for an export" on export for insert to quinze_supervisor
  with check (staff_id = (select viewer_staff()) and kind = 'tasks');
create policy "supervisor goes on with own export" on export for update to quinze_supervisor
  using (staff_id = (select viewer_staff()) and ended_at is null) with check (staff_id = (select viewer_staff()));
create policy "auditor reads own exports" on export for select to quinze_auditor
  using (staff_id = (select viewer_staff()) and kind = 'trail' and asked_at > (select app_now()) - interval '1 day');
create policy "auditor asks for an export" on export for insert to quinze_auditor
  with check (staff_id = (select viewer_staff()) and kind = 'trail');
create policy "auditor goes on with own export" on export for update to quinze_auditor
  using (staff_id = (select viewer_staff()) and ended_at is null) with check (staff_id = (select viewer_staff()));
create policy "supervisor reads pieces of own exports" on export_piece for select to quinze_supervisor
  using (export_id in (select e.id from export e));
create policy "supervisor adds a piece" on export_piece for insert to quinze_supervisor
  with check (export_id in (select e.id from export e where e.ended_at is null));
create policy "auditor reads pieces of own exports" on export_piece for select to quinze_auditor
  using (export_id in (select e.id from export e));
create policy "auditor adds a piece" on export_piece for insert to quinze_auditor
  with check (export_id in (select e.id from export e where e.ended_at is null));
-- What nobody may read any more is erased, by whoever asks for the next one.
create function forget_exports() returns void
  language sql volatile security definer set search_path = public, pg_temp
as $$ delete from export where asked_at <= app_now() - interval '1 day' $$;
revoke execute on function forget_exports() from public;
grant execute on function forget_exports() to quinze_supervisor, quinze_auditor;
alter policy "auditor leaves a trace" on audit
  with check (actor_kind = 'staff' and actor_id = (select viewer_staff()) and act in ('looked', 'sought', 'asked', 'downloaded'));

-- What takes two -----------------------------------------------------------------------------------------------------------

-- A role given or taken, or a later limit for more than one household: one supervisor asks, another decides, and the
-- database does it then. What was before is kept, so that the opposite can be asked.
alter table staff_member drop constraint "staff_member_role_check";
alter table staff_member add constraint "staff_member_role_check"
  check (role in ('agent', 'contact', 'supervisor', 'auditor', 'none'));

create table "proposal" (
  "id" uuid primary key default uuidv7(),
  "kind" text not null check (kind in ('role', 'extension')),
  "staff_id" uuid,
  "role" text check (role in ('agent', 'contact', 'supervisor', 'auditor', 'none')),
  "scope" text check (scope in ('everyone', 'region', 'office')),
  "region_code" text,
  -- Of the role, or of the extension.
  "office_id" uuid,
  "month" text check (is_month(month)),
  "new_instant" timestamptz(3),
  "reason_fr" text not null check (reason_fr = btrim(reason_fr) and char_length(reason_fr) between 5 and 300),
  "reason_en" text check (reason_en = btrim(reason_en) and char_length(reason_en) between 5 and 300),
  "role_before" text,
  "office_before" uuid,
  "asked_by" uuid not null,
  "asked_at" timestamptz(3) not null default app_now(),
  "decided_by" uuid,
  "decided_at" timestamptz(3),
  "outcome" text check (outcome in ('granted', 'refused', 'withdrawn')),
  "key" uuid not null,
  constraint "proposal_staff_id_fkey" foreign key ("staff_id") references "staff_member" ("id") on delete restrict on update cascade,
  constraint "proposal_office_id_fkey" foreign key ("office_id") references "office" ("id") on delete restrict on update cascade,
  constraint "proposal_asked_by_fkey" foreign key ("asked_by") references "staff_member" ("id") on delete restrict on update cascade,
  constraint "proposal_decided_by_fkey" foreign key ("decided_by") references "staff_member" ("id") on delete restrict on update cascade,
  constraint "proposal_says_what" check (case kind
    when 'role' then num_nonnulls(staff_id, role) = 2 and num_nonnulls(scope, region_code, month, new_instant, reason_en) = 0
      and (role in ('agent', 'supervisor')) = (office_id is not null)
    else num_nonnulls(scope, month, new_instant, reason_en) = 4 and num_nonnulls(staff_id, role) = 0
      and (scope = 'region') = (region_code is not null) and (scope = 'office') = (office_id is not null) end),
  constraint "proposal_is_decided_whole" check (num_nonnulls(decided_by, decided_at, outcome) in (0, 3)),
  -- Nobody decides alone, nor about themselves.
  constraint "proposal_takes_two" check (outcome is null or (outcome = 'withdrawn') = (decided_by = asked_by)),
  constraint "proposal_of_another" check (staff_id is null or (staff_id <> asked_by and staff_id is distinct from decided_by))
);
create unique index "proposal_asked_by_key_key" on "proposal" ("asked_by", "key");
create index "proposal_asked_at_idx" on "proposal" ("asked_at");
create unique index "proposal_one_role_at_once" on "proposal" ("staff_id") where kind = 'role' and decided_at is null;
alter table proposal enable row level security;
grant select on proposal to quinze_supervisor, quinze_auditor;
grant insert (kind, staff_id, role, scope, region_code, office_id, month, new_instant, reason_fr, reason_en, asked_by, key)
  on proposal to quinze_supervisor;
create policy "supervisor reads proposals" on proposal for select to quinze_supervisor using (true);
create policy "auditor reads proposals" on proposal for select to quinze_auditor using (true);
create policy "supervisor proposes" on proposal for insert to quinze_supervisor
  with check (asked_by = (select viewer_staff()) and decided_at is null);
grant execute on function staff_names() to quinze_supervisor;

-- The second word. What is granted is done at once: a role changes with every session of its holder closed and their
-- tasks given back; a limit is later for all whom it concerns.
create function decide_proposal(which uuid, word text) returns text
  language plpgsql volatile security definer set search_path = public, pg_temp
as $$
declare
  me staff_member;
  p proposal;
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
  end if;
  update proposal set decided_by = me.id, decided_at = app_now(), outcome = word where id = p.id;
  return word;
end $$;
revoke execute on function decide_proposal(uuid, text) from public;
grant execute on function decide_proposal(uuid, text) to quinze_supervisor;
