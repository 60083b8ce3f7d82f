-- What the service tells every reader of the site: notices set by staff, and the extensions given to many.

-- Published once, never changed and never deleted: only withdrawn. From `shown_from` it is on every page, until
-- `shown_until` or its withdrawal. An outage may have no end yet.
create table "service_notice" (
  "id" uuid primary key default uuidv7(),
  "kind" text not null check (kind in ('plannedWork', 'outage', 'extension', 'information')),
  "text_fr" text not null check (text_fr = btrim(text_fr) and char_length(text_fr) between 1 and 300),
  "text_en" text not null check (text_en = btrim(text_en) and char_length(text_en) between 1 and 300),
  "shown_from" timestamptz(3) not null,
  "shown_until" timestamptz(3),
  "decided_by" uuid not null,
  "created_at" timestamptz(3) not null default app_now(),
  "withdrawn_at" timestamptz(3),
  "withdrawn_by" uuid,
  constraint "service_notice_decided_by_fkey" foreign key ("decided_by") references "staff_member" ("id") on delete restrict on update cascade,
  constraint "service_notice_withdrawn_by_fkey" foreign key ("withdrawn_by") references "staff_member" ("id") on delete restrict on update cascade,
  constraint "service_notice_ends_after_it_begins" check (shown_until > shown_from),
  constraint "service_notice_ends" check (shown_until is not null or kind = 'outage'),
  constraint "service_notice_is_withdrawn_by_someone" check ((withdrawn_at is null) = (withdrawn_by is null))
);
create index "service_notice_shown_from_idx" on "service_notice" ("shown_from");

-- A notice being written, as typed: one per member of staff. `version` is new at each saving, so that what is published
-- is what was seen.
create table "service_notice_draft" (
  "staff_id" uuid primary key,
  "fields" jsonb not null,
  "version" uuid not null default uuidv7(),
  "updated_at" timestamptz(3) not null default app_now(),
  constraint "service_notice_draft_staff_id_fkey" foreign key ("staff_id") references "staff_member" ("id") on delete restrict on update cascade
);

alter table service_notice enable row level security;
alter table service_notice_draft enable row level security;

-- Every page reads as nobody, whoever looks at it: what anyone may know, and by whom it was decided is not part of it.
-- What was shown stays readable, for the log of outages; what is still to come does not show ahead of its time.
grant select (id, kind, text_fr, text_en, shown_from, shown_until, withdrawn_at) on service_notice to quinze_anonymous;
create policy "anonymous reads what was shown" on service_notice for select to quinze_anonymous
  using (shown_from <= (select app_now()) and (withdrawn_at is null or withdrawn_at > shown_from));

grant select on service_notice to quinze_supervisor;
grant insert (kind, text_fr, text_en, shown_from, shown_until, decided_by) on service_notice to quinze_supervisor;
grant update (withdrawn_at, withdrawn_by) on service_notice to quinze_supervisor;
create policy "supervisor reads notices" on service_notice for select to quinze_supervisor using (true);
create policy "supervisor publishes notices" on service_notice for insert to quinze_supervisor
  with check (decided_by = (select viewer_staff()) and withdrawn_at is null);
create policy "supervisor withdraws notices" on service_notice for update to quinze_supervisor
  using (withdrawn_at is null) with check (withdrawn_at is not null and withdrawn_by = (select viewer_staff()));

grant select, insert, update, delete on service_notice_draft to quinze_supervisor;
create policy "supervisor keeps own draft of a notice" on service_notice_draft for all to quinze_supervisor
  using (staff_id = (select viewer_staff())) with check (staff_id = (select viewer_staff()));

-- Extensions given to everyone, a region or an office are public; one given to a household is that household's.
grant select (id, scope, region_code, office_id, month, new_instant, reason_fr, reason_en, decided_at)
  on filing_extension to quinze_anonymous;
create policy "anonymous reads extensions given to many" on filing_extension for select to quinze_anonymous
  using (scope <> 'household');
create index "filing_extension_given_to_many" on "filing_extension" ("decided_at") where scope <> 'household';
