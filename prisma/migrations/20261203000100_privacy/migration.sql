-- What a person asks about their own information, and the register of confidentiality incidents (A-2.1).

create table "privacy_request" (
  "id" uuid primary key default uuidv7(),
  "person_id" uuid not null,
  -- The household whose office answers: the present one, or the last.
  "household_id" uuid not null,
  "kind" text not null check (kind in ('access', 'portability', 'rectification', 'automatedDecision')),
  "words" text not null check (words = btrim(words) and char_length(words) between 1 and 4000),
  "language" text not null check (language in ('fr', 'en')),
  "receipt_number" text not null unique,
  "asked_at" timestamptz(3) not null default app_now(),
  "extended_at" timestamptz(3),
  "extended_by" uuid,
  "extension_days" smallint check (extension_days between 1 and 10),
  "extension_reason" text check (extension_reason = btrim(extension_reason) and char_length(extension_reason) between 1 and 4000),
  "answered_at" timestamptz(3),
  "answered_by" uuid,
  "outcome" text check (outcome in ('granted', 'partly', 'refused')),
  "ground" text check (ground ~ '^[a-z][A-Za-z]{2,39}$'),
  "answer" text check (answer = btrim(answer) and char_length(answer) between 1 and 4000),
  "withdrawn_at" timestamptz(3),
  "key" uuid not null,
  constraint "privacy_request_person_id_fkey" foreign key ("person_id") references "person" ("id") on delete restrict on update cascade,
  constraint "privacy_request_household_id_fkey" foreign key ("household_id") references "household" ("id") on delete restrict on update cascade,
  constraint "privacy_request_extended_by_fkey" foreign key ("extended_by") references "staff_member" ("id") on delete restrict on update cascade,
  constraint "privacy_request_answered_by_fkey" foreign key ("answered_by") references "staff_member" ("id") on delete restrict on update cascade,
  constraint "privacy_request_is_extended_whole" check
    (num_nonnulls(extended_at, extended_by, extension_days, extension_reason) in (0, 4)),
  -- Before the twenty days are over, by the days of Québec.
  constraint "privacy_request_is_extended_in_time" check (extended_at is null or
    (extended_at at time zone 'America/Toronto')::date <= (asked_at at time zone 'America/Toronto')::date + 20),
  constraint "privacy_request_is_answered_whole" check (num_nonnulls(answered_at, answered_by, outcome, answer) in (0, 4)),
  constraint "privacy_request_refusal_has_a_ground" check ((ground is not null) = coalesce(outcome in ('partly', 'refused'), false)),
  constraint "privacy_request_ends_once" check (answered_at is null or withdrawn_at is null)
);
create unique index "privacy_request_person_id_key_key" on "privacy_request" ("person_id", "key");
create index "privacy_request_household_id_idx" on "privacy_request" ("household_id");

-- Received as the database's clock says. What was asked never changes; it is extended once; answered or taken back, it
-- is frozen. Who extends and who answers is written by the database.
create function privacy_request_is_received() returns trigger language plpgsql
as $$
begin
  new.asked_at := date_trunc('milliseconds', least(new.asked_at, app_now()));
  return new;
end $$;
create trigger "privacy_request_is_received" before insert on "privacy_request"
  for each row execute function privacy_request_is_received();
create function privacy_request_is_frozen() returns trigger language plpgsql
as $$
declare
  changing constant text[] := array['extended_at', 'extended_by', 'extension_days', 'extension_reason', 'answered_at',
    'answered_by', 'outcome', 'ground', 'answer', 'withdrawn_at'];
begin
  if old.answered_at is not null or old.withdrawn_at is not null then
    raise exception 'A request that was answered or withdrawn is not changed' using errcode = 'check_violation';
  end if;
  if to_jsonb(new) - changing <> to_jsonb(old) - changing then
    raise exception 'What was asked is not changed' using errcode = 'check_violation';
  end if;
  if old.extended_at is not null then
    if (new.extended_at, new.extended_by, new.extension_days, new.extension_reason)
        is distinct from (old.extended_at, old.extended_by, old.extension_days, old.extension_reason) then
      raise exception 'The time to answer is extended once' using errcode = 'check_violation';
    end if;
  elsif new.extended_at is not null then
    new.extended_at := date_trunc('milliseconds', app_now());
    new.extended_by := coalesce(viewer_staff(), new.extended_by);
  end if;
  if new.answered_at is not null then
    new.answered_at := date_trunc('milliseconds', app_now());
    new.answered_by := coalesce(viewer_staff(), new.answered_by);
  end if;
  if new.withdrawn_at is not null then
    new.withdrawn_at := date_trunc('milliseconds', app_now());
  end if;
  return new;
end $$;
create trigger "privacy_request_is_frozen" before update on "privacy_request"
  for each row execute function privacy_request_is_frozen();
revoke execute on function privacy_request_is_received(), privacy_request_is_frozen() from public;

alter table privacy_request enable row level security;
-- The person's own: neither the other adult's, nor a representative's.
grant select (id, person_id, household_id, kind, words, language, receipt_number, asked_at, extended_at, extension_days,
    extension_reason, answered_at, outcome, ground, answer, withdrawn_at, key),
  insert (person_id, household_id, kind, words, language, receipt_number, asked_at, key), update (withdrawn_at)
  on privacy_request to quinze_citizen;
create policy "citizen reads own requests about information" on privacy_request for select to quinze_citizen
  using (person_id = (select viewer_person()));
create policy "citizen asks about own information" on privacy_request for insert to quinze_citizen
  with check (person_id = (select viewer_person()) and exists (select 1 from household_member m
    where m.household_id = privacy_request.household_id and m.person_id = (select viewer_person()) and m.role = 'adult'));
create policy "citizen withdraws own request about information" on privacy_request for update to quinze_citizen
  using (person_id = (select viewer_person()) and answered_at is null and withdrawn_at is null)
  with check (person_id = (select viewer_person()));
-- The supervisors of the household's office.
grant select, update (extended_at, extension_days, extension_reason, answered_at, outcome, ground, answer)
  on privacy_request to quinze_supervisor;
create policy "supervisor reads requests about information" on privacy_request for select to quinze_supervisor
  using (household_id in (select h.id from household h where h.office_id = (select viewer_office())));
create policy "supervisor answers requests about information" on privacy_request for update to quinze_supervisor
  using (answered_at is null and withdrawn_at is null
    and household_id in (select h.id from household h where h.office_id = (select viewer_office())))
  with check (household_id in (select h.id from household h where h.office_id = (select viewer_office())));

-- A look at what one adult asked is theirs alone to read.
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
    and (f.id is null or f.kind <> 'privateChange' or coalesce(f.for_person, f.filed_by_person) = (select viewer_person()))
    and (a.subject_kind <> 'privacyRequest'
      or exists (select from privacy_request q where q.id = a.subject_id and q.person_id = m.person_id));

-- What a citizen typed in the form and was refused waits for them there.
alter table "account_form" drop constraint "account_form_form_check",
  add constraint "account_form_form_check"
    check (form in ('contact', 'address', 'deposit', 'code', 'message', 'privacyRequest'));

-- Forms of the staff that were refused, as they were typed: their author's alone. `subject`: what the form is about, or
-- `new`.
create table "staff_form" (
  "staff_id" uuid not null,
  "form" text not null check (form in ('privacyAnswer', 'privacyExtension', 'incident')),
  "subject" text not null check (char_length(subject) <= 36),
  "fields" jsonb not null check (octet_length(fields::text) <= 200000),
  "updated_at" timestamptz(3) not null default app_now(),
  primary key ("staff_id", "form", "subject"),
  constraint "staff_form_staff_id_fkey" foreign key ("staff_id") references "staff_member" ("id") on delete cascade on update cascade
);
alter table staff_form enable row level security;
grant select, insert, update, delete on staff_form to quinze_supervisor;
create policy "supervisor keeps own forms" on staff_form for all to quinze_supervisor
  using (staff_id = (select viewer_staff())) with check (staff_id = (select viewer_staff()));

-- Once it is answered or withdrawn, what anyone of the office had begun to write about it serves no more.
create function privacy_request_ends_forms() returns trigger
  language plpgsql volatile security definer set search_path = public, pg_temp
as $$
begin
  delete from staff_form where form in ('privacyAnswer', 'privacyExtension') and subject = new.id::text;
  return null;
end $$;
revoke execute on function privacy_request_ends_forms() from public;
create trigger "privacy_request_ends_forms" after update of answered_at, withdrawn_at on "privacy_request" for each row
  when (num_nonnulls(new.answered_at, new.withdrawn_at) > 0) execute function privacy_request_ends_forms();

-- The register -----------------------------------------------------------------------------------------------------------

-- One row for each incident, and one for each time its entry was saved: nobody changes or removes either.
create table "incident" (
  "id" uuid primary key default uuidv7(),
  "key" uuid not null,
  "recorded_by" uuid not null,
  constraint "incident_recorded_by_fkey" foreign key ("recorded_by") references "staff_member" ("id") on delete restrict on update cascade
);
create unique index "incident_recorded_by_key_key" on "incident" ("recorded_by", "key");
create table "incident_version" (
  "id" uuid primary key default uuidv7(),
  "incident_id" uuid not null,
  "version" integer not null check (version >= 1),
  "recorded_by" uuid not null,
  "recorded_at" timestamptz(3) not null default app_now(),
  "information" text not null check (char_length(information) <= 2000),
  "why_not_described" text not null check (char_length(why_not_described) <= 2000),
  "circumstances" text not null check (btrim(circumstances) <> '' and char_length(circumstances) <= 2000),
  "occurred_from" text check (is_day(occurred_from)),
  "occurred_until" text check (is_day(occurred_until)),
  "occurred_words" text not null check (char_length(occurred_words) <= 2000),
  "aware_from" text not null check (is_day(aware_from)),
  "aware_until" text check (is_day(aware_until)),
  "persons" integer check (persons between 0 and 10000000),
  "approximate" boolean not null,
  "sensitivity" text not null check (char_length(sensitivity) <= 2000),
  "feared_use" text not null check (char_length(feared_use) <= 2000),
  "likelihood" text not null check (char_length(likelihood) <= 2000),
  "serious" boolean,
  "commission_told" text check (is_day(commission_told)),
  "persons_told" text check (is_day(persons_told)),
  "why_not_told" text not null check (char_length(why_not_told) <= 2000),
  "public_notice" boolean,
  "public_notice_why" text not null check (char_length(public_notice_why) <= 2000),
  "measures" text not null check (char_length(measures) <= 2000),
  constraint "incident_version_incident_id_fkey" foreign key ("incident_id") references "incident" ("id") on delete restrict on update cascade,
  constraint "incident_version_recorded_by_fkey" foreign key ("recorded_by") references "staff_member" ("id") on delete restrict on update cascade,
  constraint "incident_version_days_follow" check
    (occurred_until >= occurred_from and aware_until >= aware_from and aware_from >= occurred_from)
);
create unique index "incident_version_incident_id_version_key" on "incident_version" ("incident_id", "version");

alter table incident enable row level security;
alter table incident_version enable row level security;
grant select on incident, incident_version to quinze_supervisor, quinze_auditor;
grant insert (key, recorded_by) on incident to quinze_supervisor;
grant insert (incident_id, version, recorded_by, information, why_not_described, circumstances, occurred_from,
    occurred_until, occurred_words, aware_from, aware_until, persons, approximate, sensitivity, feared_use, likelihood,
    serious, commission_told, persons_told, why_not_told, public_notice, public_notice_why, measures)
  on incident_version to quinze_supervisor;
create policy "supervisor reads incidents" on incident for select to quinze_supervisor using (true);
create policy "auditor reads incidents" on incident for select to quinze_auditor using (true);
create policy "supervisor records an incident" on incident for insert to quinze_supervisor
  with check (recorded_by = (select viewer_staff()));
create policy "supervisor reads versions of incidents" on incident_version for select to quinze_supervisor using (true);
create policy "auditor reads versions of incidents" on incident_version for select to quinze_auditor using (true);
create policy "supervisor saves a version of an incident" on incident_version for insert to quinze_supervisor
  with check (recorded_by = (select viewer_staff()));
