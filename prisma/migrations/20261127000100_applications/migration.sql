-- An application for aid, from its first answer to what is sent and what follows. It needs no account: whoever began
-- it holds a secret in a cookie, or comes back with a code and a word of their own.

create table "application" (
  "id" uuid primary key default uuidv7(),
  "language" text not null default 'fr' check (language in ('fr', 'en')),
  -- The first answer was kept: the intention to apply. Never changed.
  "started_at" timestamptz(3) not null default app_now(),
  -- Drawn with the form of the first answer: pressed twice, it begins once.
  "start_key" uuid not null unique,
  "channel" text not null default 'web' check (channel in ('web', 'telephone', 'counter', 'paper')),
  "urgent" text[] not null default '{}',
  "office_id" uuid,
  "routing" jsonb,
  "sent_at" timestamptz(3),
  "withdrawn_at" timestamptz(3),
  constraint "application_office_id_fkey" foreign key ("office_id") references "office" ("id") on delete restrict on update cascade,
  constraint "application_sent_is_routed" check (sent_at is null or office_id is not null)
);
create index "application_office_id_sent_at_idx" on "application" ("office_id", "sent_at");

-- The one or two adults of an application, and the account of each once it is attached to one.
create table "application_adult" (
  "application_id" uuid not null,
  "adult" text not null check (adult in ('applicant', 'spouse')),
  "person_id" uuid,
  -- The spouse opened their own part: from then on it is theirs alone.
  "came_at" timestamptz(3),
  primary key ("application_id", "adult"),
  constraint "application_adult_application_id_fkey" foreign key ("application_id") references "application" ("id") on delete restrict on update cascade,
  constraint "application_adult_person_id_fkey" foreign key ("person_id") references "person" ("id") on delete restrict on update cascade
);
create index "application_adult_person_id_idx" on "application_adult" ("person_id");

-- What was typed and not sent, exactly as typed. `household` is read by both adults, the two others by their own adult.
-- What must not lie in clear (numbers of insurance and of accounts) is in `sealed`.
create table "application_draft" (
  "application_id" uuid not null,
  "part" text not null check (part in ('household', 'applicant', 'spouse')),
  "fields" jsonb not null default '{}',
  "sealed" bytea,
  "attempted" text[] not null default '{}',
  "version" integer not null default 1,
  "updated_at" timestamptz(3) not null default app_now(),
  primary key ("application_id", "part"),
  constraint "application_draft_application_id_fkey" foreign key ("application_id") references "application" ("id") on delete restrict on update cascade
);

-- One version of an application exactly as sent. Insert only: a correction is the next version.
create table "application_version" (
  "id" uuid primary key default uuidv7(),
  "application_id" uuid not null,
  "version" integer not null check (version > 0),
  "receipt_number" text not null unique,
  "answers_digest" text not null,
  "schema_version" integer not null,
  "wording_version" text not null,
  "language" text not null check (language in ('fr', 'en')),
  "channel" text not null default 'web' check (channel in ('web', 'telephone', 'counter', 'paper')),
  "signed_name" text not null check (signed_name = btrim(signed_name) and char_length(signed_name) between 1 and 120),
  "received_at" timestamptz(3) not null,
  "estimate" jsonb,
  "correction_reason" text check (char_length(correction_reason) <= 1000),
  "key" uuid not null,
  constraint "application_version_application_id_fkey" foreign key ("application_id") references "application" ("id") on delete restrict on update cascade,
  constraint "application_version_correction_has_a_reason" check ((version = 1) = (correction_reason is null))
);
create unique index "application_version_application_id_version_key" on "application_version" ("application_id", "version");
create unique index "application_version_application_id_key_key" on "application_version" ("application_id", "key");

create table "application_version_part" (
  "version_id" uuid not null,
  "part" text not null check (part in ('household', 'applicant', 'spouse')),
  "answers" jsonb not null,
  "sealed" bytea,
  primary key ("version_id", "part"),
  constraint "application_version_part_version_id_fkey" foreign key ("version_id") references "application_version" ("id") on delete restrict on update cascade
);

-- The spouse's own answers and word. Insert only; the latest counts.
create table "application_confirmation" (
  "id" uuid primary key default uuidv7(),
  "application_id" uuid not null,
  "answer" text not null check (answer in ('agrees', 'disagrees')),
  "note" text check (char_length(note) <= 2000),
  "answers" jsonb not null,
  "sealed" bytea,
  "signed_name" text not null check (signed_name = btrim(signed_name) and char_length(signed_name) between 1 and 120),
  "key" uuid not null,
  "at" timestamptz(3) not null default app_now(),
  constraint "application_confirmation_application_id_fkey" foreign key ("application_id") references "application" ("id") on delete restrict on update cascade
);
create unique index "application_confirmation_application_id_key_key" on "application_confirmation" ("application_id", "key");

-- What happened, in order; the timeline is drawn from it. `adult`: for the eyes of that one alone. Insert only.
create table "application_event" (
  "id" uuid primary key default uuidv7(),
  "application_id" uuid not null,
  "at" timestamptz(3) not null default app_now(),
  "kind" text not null check (kind ~ '^[a-z][A-Za-z]{2,39}$'),
  "adult" text check (adult in ('applicant', 'spouse')),
  "by" text not null check ("by" in ('applicant', 'spouse', 'staff', 'machine')),
  "details" jsonb not null default '{}',
  constraint "application_event_application_id_fkey" foreign key ("application_id") references "application" ("id") on delete restrict on update cascade
);
create index "application_event_application_id_at_idx" on "application_event" ("application_id", "at");

-- How one answers a document that is asked for. Whether it is given as a file is seen from `document`.
create table "document_answer" (
  "application_id" uuid not null,
  "requirement" text not null check (char_length(requirement) between 1 and 80),
  "adult" text not null check (adult in ('applicant', 'spouse')),
  "answer" text not null check (answer in ('given', 'later', 'mail', 'office', 'cannot')),
  "substitute" text check (char_length(substitute) <= 80),
  "note" text check (char_length(note) <= 1000),
  "updated_at" timestamptz(3) not null default app_now(),
  primary key ("application_id", "requirement"),
  constraint "document_answer_application_id_fkey" foreign key ("application_id") references "application" ("id") on delete restrict on update cascade
);

-- A file that was given. Its bytes are in the storage, encrypted; here is what they are. `shared`: both adults may read.
create table "document" (
  "id" uuid primary key default uuidv7(),
  "application_id" uuid not null,
  "requirement" text not null check (char_length(requirement) between 1 and 80),
  "adult" text not null check (adult in ('applicant', 'spouse')),
  "shared" boolean not null default false,
  "name" text not null check (char_length(name) between 1 and 120),
  "type" text not null check (type in ('image/jpeg', 'image/png', 'application/pdf')),
  "bytes" integer not null check (bytes > 0),
  "pages" integer not null default 1 check (pages > 0),
  "storage_key" text not null unique,
  "digest" bytea not null,
  "scan" text not null default 'waiting' check (scan in ('notScanned', 'waiting', 'clean', 'infected')),
  "received_at" timestamptz(3) not null default app_now(),
  "removed_at" timestamptz(3),
  constraint "document_application_id_fkey" foreign key ("application_id") references "application" ("id") on delete restrict on update cascade
);
create index "document_application_id_idx" on "document" ("application_id");

-- A file on its way, piece by piece.
create table "upload" (
  "id" uuid primary key default uuidv7(),
  "application_id" uuid not null,
  "requirement" text not null check (char_length(requirement) between 1 and 80),
  "adult" text not null check (adult in ('applicant', 'spouse')),
  "name" text not null check (char_length(name) between 1 and 120),
  "total_bytes" integer not null check (total_bytes > 0),
  "received_bytes" integer not null default 0 check (received_bytes between 0 and total_bytes),
  "storage_key" text not null unique,
  "updated_at" timestamptz(3) not null default app_now(),
  constraint "upload_application_id_fkey" foreign key ("application_id") references "application" ("id") on delete restrict on update cascade
);
create index "upload_application_id_idx" on "upload" ("application_id");

-- Between one adult and the office. Insert only, but for the moment it was read.
create table "application_message" (
  "id" uuid primary key default uuidv7(),
  "application_id" uuid not null,
  "adult" text not null check (adult in ('applicant', 'spouse')),
  "from_staff" uuid,
  "text" text not null check (char_length(text) between 1 and 4000),
  "key" uuid not null,
  "at" timestamptz(3) not null default app_now(),
  "read_at" timestamptz(3),
  constraint "application_message_application_id_fkey" foreign key ("application_id") references "application" ("id") on delete restrict on update cascade,
  constraint "application_message_from_staff_fkey" foreign key ("from_staff") references "staff_member" ("id") on delete restrict on update cascade
);
create unique index "application_message_application_id_key_key" on "application_message" ("application_id", "key");

-- A form that arrived after its visit had ended: encrypted, for the same adult, a week (there may be no account to
-- come back by sooner).
create table "application_parked" (
  "id" uuid primary key default uuidv7(),
  "application_id" uuid not null,
  "adult" text not null check (adult in ('applicant', 'spouse')),
  "path" text not null,
  "sealed" bytea not null,
  "parked_at" timestamptz(3) not null default app_now(),
  constraint "application_parked_application_id_fkey" foreign key ("application_id") references "application" ("id") on delete restrict on update cascade
);
create index "application_parked_application_id_idx" on "application_parked" ("application_id");

-- Who comes back --------------------------------------------------------------------------------------------------

-- A visit to an application: the hash of the secret in a cookie.
create table auth."application_session" (
  "id" uuid primary key default uuidv7(),
  "token_hash" bytea not null unique,
  "application_id" uuid not null references application (id),
  "adult" text not null check (adult in ('applicant', 'spouse')),
  "shared" boolean not null default false,
  "started_at" timestamptz(3) not null default app_now(),
  "seen_at" timestamptz(3) not null default app_now(),
  "ends_at" timestamptz(3) not null default app_now() + interval '12 hours',
  "ended_at" timestamptz(3)
);
create index "application_session_application_id_idx" on auth."application_session" ("application_id");

-- What one comes back with: a digest of a code and of a word together, under a key the database does not hold.
create table auth."application_key" (
  "application_id" uuid not null references application (id),
  "adult" text not null check (adult in ('applicant', 'spouse')),
  "digest" bytea not null unique check (length(digest) = 32),
  "made_at" timestamptz(3) not null default app_now(),
  primary key ("application_id", "adult")
);

-- Begins an application with its first answers: the row, its parts and the visit, or nothing. `parts` holds the fields
-- of each part. The same key begins it once; whoever holds the key (drawn into their form) comes to the same one.
create function auth.start_application(key uuid, hash bytea, on_shared boolean, spoken text, arrived timestamptz,
    parts jsonb, urgent_needs text[]) returns uuid
  language plpgsql volatile security definer set search_path = public, pg_temp
as $$
declare
  begun uuid;
begin
  insert into application (start_key, language, started_at, urgent)
    values (key, spoken, date_trunc('milliseconds', least(arrived, app_now())), urgent_needs)
    on conflict (start_key) do nothing returning id into begun;
  if begun is null then
    select id into begun from application where start_key = key and sent_at is null and started_at > app_now() - interval '1 hour';
    if begun is null then return null; end if;
  else
    insert into application_adult (application_id, adult, came_at) values (begun, 'applicant', app_now());
    insert into application_draft (application_id, part, fields)
      select begun, part, coalesce(parts -> part, '{}') from unnest(array['household', 'applicant', 'spouse']) part;
    insert into application_event (application_id, kind, "by") values (begun, 'started', 'applicant');
  end if;
  insert into auth."application_session" (token_hash, application_id, adult, shared)
    values (hash, begun, 'applicant', on_shared);
  return begun;
end $$;

-- The visit behind a secret. One that ran out still says whose it was, so that a late form is kept.
create function auth.applicant_of(hash bytea, idle interval, shared_idle interval)
  returns table (session_id uuid, application_id uuid, adult text, alive boolean, shared boolean, account_id uuid)
  language plpgsql volatile security definer set search_path = public, pg_temp rows 1
as $$
declare
  s auth."application_session";
  living boolean;
begin
  select * into s from auth."application_session" a where a.token_hash = hash and a.ended_at is null;
  if not found then return; end if;
  living := app_now() < s.ends_at and app_now() < s.seen_at + case when s.shared then shared_idle else idle end;
  if living and s.seen_at < app_now() - interval '1 minute' then
    update auth."application_session" a set seen_at = app_now() where a.id = s.id;
  end if;
  return query select s.id, s.application_id, s.adult, living, s.shared,
    (select m.person_id from application_adult m where m.application_id = s.application_id and m.adult = s.adult);
end $$;

create function auth.leave_application(hash bytea) returns void
  language sql volatile security definer set search_path = public, pg_temp
as $$ update auth."application_session" set ended_at = app_now() where token_hash = hash and ended_at is null $$;

-- Comes back with a code and a word: a new visit. Null when they prove nothing. A spouse who comes for the first time
-- makes their part their own.
create function auth.resume_application(key_digest bytea, hash bytea, on_shared boolean)
  returns table (application_id uuid, adult text)
  language plpgsql volatile security definer set search_path = public, pg_temp rows 1
as $$
declare
  k auth."application_key";
begin
  select * into k from auth."application_key" a where a.digest = key_digest;
  if not found then return; end if;
  insert into auth."application_session" (token_hash, application_id, adult, shared)
    values (hash, k.application_id, k.adult, on_shared);
  update application_adult m set came_at = app_now()
    where m.application_id = k.application_id and m.adult = k.adult and m.came_at is null;
  return query select k.application_id, k.adult;
end $$;

-- Keeps, sealed, a form that arrived after its visit had ended.
create function auth.park_application(hash bytea, to_path text, sealed_body bytea) returns boolean
  language sql volatile security definer set search_path = public, pg_temp
as $$
  with owner as (
    select s.application_id, s.adult from auth."application_session" s where s.token_hash = hash and s.ended_at is null),
  forgotten as (
    delete from application_parked where parked_at <= app_now() - interval '7 days'),
  kept as (
    insert into application_parked (application_id, adult, path, sealed)
    select application_id, adult, to_path, sealed_body from owner returning 1)
  select exists (select 1 from kept)
$$;

-- Who is looking ----------------------------------------------------------------------------------------------------

create function viewer_application() returns uuid language sql stable parallel safe
  as $$ select nullif(current_setting('quinze.application', true), '')::uuid $$;
create function viewer_adult() returns text language sql stable parallel safe
  as $$ select nullif(current_setting('quinze.adult', true), '') $$;
-- The parts this adult may read, and those they may write. Until the spouse comes, who began answers for both.
create function viewer_reads(part text) returns boolean language sql stable parallel safe
  as $$ select part = any (string_to_array(current_setting('quinze.reads', true), ',')) $$;
create function viewer_writes(part text) returns boolean language sql stable parallel safe
  as $$ select part = any (string_to_array(current_setting('quinze.writes', true), ',')) $$;

-- Enters the application of a visit: found by the visit itself, not by our word. Nothing when it is over.
create function enter_application(visit uuid) returns void
  language plpgsql volatile security definer set search_path = public, pg_temp
as $$
declare
  about uuid;
  who text;
  own boolean;
begin
  select s.application_id, s.adult,
      exists (select from application_adult m where m.application_id = s.application_id and m.adult = 'spouse' and m.came_at is not null)
    into about, who, own
    from auth."application_session" s where s.id = visit and s.ended_at is null and app_now() < s.ends_at;
  perform set_config('quinze.application', coalesce(about::text, ''), true),
    set_config('quinze.adult', coalesce(who, ''), true),
    set_config('quinze.reads', case who when 'spouse' then 'household,spouse'
      when 'applicant' then case when own then 'household,applicant' else 'household,applicant,spouse' end else '' end, true),
    set_config('quinze.writes', case who when 'spouse' then 'spouse'
      when 'applicant' then case when own then 'household,applicant' else 'household,applicant,spouse' end else '' end, true);
end $$;

-- Makes, or makes anew, what this adult comes back with; or, by who began, what the spouse comes with the first time.
create function keep_application_key(who text, key_digest bytea) returns boolean
  language sql volatile security definer set search_path = public, pg_temp
as $$
  with allowed as (
    select viewer_application() as id where viewer_application() is not null
      and (who = viewer_adult() or (who = 'spouse' and viewer_adult() = 'applicant' and not exists (
        select from application_adult m where m.application_id = viewer_application() and m.adult = 'spouse' and m.came_at is not null)))),
  known as (
    insert into application_adult (application_id, adult) select id, who from allowed on conflict do nothing),
  kept as (
    insert into auth."application_key" (application_id, adult, digest) select id, who, key_digest from allowed
    on conflict (application_id, adult) do update set digest = excluded.digest, made_at = app_now() returning 1)
  select exists (select 1 from kept)
$$;

-- Attaches to the account of the citizen who is looking the application whose secret they hold too. That secret, its
-- key and every other visit of the same adult end.
create function attach_application(hash bytea) returns uuid
  language plpgsql volatile security definer set search_path = public, pg_temp
as $$
declare
  s auth."application_session";
begin
  if viewer_person() is null then return null; end if;
  select * into s from auth."application_session" a
    where a.token_hash = hash and a.ended_at is null and app_now() < a.ends_at for update;
  if not found then return null; end if;
  update application_adult set person_id = viewer_person()
    where application_id = s.application_id and adult = s.adult and (person_id is null or person_id = viewer_person())
      and not exists (select from application_adult o where o.application_id = s.application_id and o.adult <> s.adult
        and o.person_id = viewer_person());
  if not found then return null; end if;
  update auth."application_session" set ended_at = app_now()
    where application_id = s.application_id and adult = s.adult and ended_at is null;
  delete from auth."application_key" where application_id = s.application_id and adult = s.adult;
  insert into application_event (application_id, kind, adult, "by") values (s.application_id, 'attached', s.adult, s.adult);
  return s.application_id;
end $$;

-- The applications attached to the account of the citizen who is looking, latest first: dates, never an answer.
create view applications_of_viewer with (security_barrier) as
  select a.id, m.adult, a.started_at, a.sent_at, a.withdrawn_at
  from application_adult m join application a on a.id = m.application_id
  where m.person_id = (select viewer_person());

-- Opens a visit to one of these.
create function open_application(wanted uuid, hash bytea, on_shared boolean) returns boolean
  language sql volatile security definer set search_path = public, pg_temp
as $$
  with own as (
    select m.application_id, m.adult from application_adult m
    where m.application_id = wanted and m.person_id = viewer_person() and viewer_person() is not null),
  opened as (
    insert into auth."application_session" (token_hash, application_id, adult, shared)
    select hash, application_id, adult, on_shared from own returning 1)
  select exists (select 1 from opened)
$$;

revoke execute on function auth.start_application(uuid, bytea, boolean, text, timestamptz, jsonb, text[]),
  auth.applicant_of(bytea, interval, interval), auth.leave_application(bytea),
  auth.resume_application(bytea, bytea, boolean), auth.park_application(bytea, text, bytea),
  viewer_application(), viewer_adult(), viewer_reads(text), viewer_writes(text), enter_application(uuid),
  keep_application_key(text, bytea), attach_application(bytea), open_application(uuid, bytea, boolean) from public;
grant execute on function auth.start_application(uuid, bytea, boolean, text, timestamptz, jsonb, text[]),
  auth.applicant_of(bytea, interval, interval), auth.leave_application(bytea),
  auth.resume_application(bytea, bytea, boolean), auth.park_application(bytea, text, bytea) to quinze_anonymous;
grant usage on schema public to quinze_applicant;
grant execute on function app_now(), is_day(text), is_month(text), today(), viewer_application(), viewer_adult(),
  viewer_reads(text), viewer_writes(text), enter_application(uuid), keep_application_key(text, bytea) to quinze_applicant;
grant execute on function attach_application(bytea), open_application(uuid, bytea, boolean) to quinze_citizen;
grant select on applications_of_viewer to quinze_citizen;

-- Walls ---------------------------------------------------------------------------------------------------------------

alter table application enable row level security;
alter table application_adult enable row level security;
alter table application_draft enable row level security;
alter table application_version enable row level security;
alter table application_version_part enable row level security;
alter table application_confirmation enable row level security;
alter table application_event enable row level security;
alter table document_answer enable row level security;
alter table document enable row level security;
alter table upload enable row level security;
alter table application_message enable row level security;
alter table application_parked enable row level security;

-- Not what is urgent, which both adults could read of the one row: the applicant has it in their own part.
grant select (id, language, started_at, start_key, channel, office_id, routing, sent_at, withdrawn_at) on application
  to quinze_applicant;
grant select on office, application_adult, application_draft, application_version, application_version_part,
  application_confirmation, application_event, document_answer, document, upload, application_message, application_parked
  to quinze_applicant;
grant update (language, urgent, office_id, routing, sent_at, withdrawn_at) on application to quinze_applicant;
grant update (fields, sealed, attempted, version, updated_at) on application_draft to quinze_applicant;
grant insert on application_version, application_version_part, application_confirmation, application_event,
  document_answer, document, upload, application_message, audit, outbox to quinze_applicant;
grant update (answer, substitute, note, updated_at) on document_answer to quinze_applicant;
grant update (scan, removed_at) on document to quinze_applicant;
grant update (received_bytes, updated_at) on upload to quinze_applicant;
grant update (read_at) on application_message to quinze_applicant;
grant delete on upload, application_parked to quinze_applicant;

create policy "applicant reads offices" on office for select to quinze_applicant using (true);
create policy "applicant reads own application" on application for select to quinze_applicant
  using (id = (select viewer_application()));
create policy "applicant moves own application" on application for update to quinze_applicant
  using (id = (select viewer_application()) and (select viewer_adult()) = 'applicant')
  with check (id = (select viewer_application()));
create policy "applicant reads its adults" on application_adult for select to quinze_applicant
  using (application_id = (select viewer_application()));
create policy "applicant reads own parts" on application_draft for select to quinze_applicant
  using (application_id = (select viewer_application()) and viewer_reads(part));
create policy "applicant keeps own parts" on application_draft for update to quinze_applicant
  using (application_id = (select viewer_application()) and viewer_writes(part))
  with check (application_id = (select viewer_application()) and viewer_writes(part));
create policy "applicant reads what was sent" on application_version for select to quinze_applicant
  using (application_id = (select viewer_application()));
create policy "applicant sends" on application_version for insert to quinze_applicant
  with check (application_id = (select viewer_application()) and (select viewer_adult()) = 'applicant' and channel = 'web');
create policy "applicant reads own parts of what was sent" on application_version_part for select to quinze_applicant
  using (viewer_reads(part) and exists (select 1 from application_version v where v.id = version_id));
create policy "applicant sends parts" on application_version_part for insert to quinze_applicant
  with check (viewer_writes(part) and (select viewer_adult()) = 'applicant'
    and exists (select 1 from application_version v where v.id = version_id));
-- The applicant learns that the spouse spoke, by an event; what they said in it is the spouse's and the office's.
create policy "spouse reads own word" on application_confirmation for select to quinze_applicant
  using (application_id = (select viewer_application()) and (select viewer_adult()) = 'spouse');
create policy "spouse gives own word" on application_confirmation for insert to quinze_applicant
  with check (application_id = (select viewer_application()) and (select viewer_adult()) = 'spouse');
create policy "applicant reads events" on application_event for select to quinze_applicant
  using (application_id = (select viewer_application()) and (adult is null or adult = (select viewer_adult())));
create policy "applicant's acts are events" on application_event for insert to quinze_applicant
  with check (application_id = (select viewer_application()) and "by" = (select viewer_adult())
    and (adult is null or adult = (select viewer_adult())));
create policy "applicant reads own answers on documents" on document_answer for select to quinze_applicant
  using (application_id = (select viewer_application()) and adult = (select viewer_adult()));
create policy "applicant answers on documents" on document_answer for insert to quinze_applicant
  with check (application_id = (select viewer_application()) and adult = (select viewer_adult()));
create policy "applicant answers anew on documents" on document_answer for update to quinze_applicant
  using (application_id = (select viewer_application()) and adult = (select viewer_adult()))
  with check (application_id = (select viewer_application()) and adult = (select viewer_adult()));
create policy "applicant reads own documents" on document for select to quinze_applicant
  using (application_id = (select viewer_application()) and (shared or adult = (select viewer_adult())));
create policy "applicant gives documents" on document for insert to quinze_applicant
  with check (application_id = (select viewer_application()) and adult = (select viewer_adult()));
create policy "applicant removes own documents" on document for update to quinze_applicant
  using (application_id = (select viewer_application()) and adult = (select viewer_adult()) and removed_at is null)
  with check (application_id = (select viewer_application()) and adult = (select viewer_adult()));
create policy "applicant uploads" on upload for all to quinze_applicant
  using (application_id = (select viewer_application()) and adult = (select viewer_adult()))
  with check (application_id = (select viewer_application()) and adult = (select viewer_adult()));
create policy "applicant reads own messages" on application_message for select to quinze_applicant
  using (application_id = (select viewer_application()) and adult = (select viewer_adult()));
create policy "applicant writes to the office" on application_message for insert to quinze_applicant
  with check (application_id = (select viewer_application()) and adult = (select viewer_adult()) and from_staff is null);
create policy "applicant has read a message" on application_message for update to quinze_applicant
  using (application_id = (select viewer_application()) and adult = (select viewer_adult()) and from_staff is not null)
  with check (read_at is not null);
create policy "applicant finds what was parked" on application_parked for select to quinze_applicant
  using (application_id = (select viewer_application()) and adult = (select viewer_adult())
    and parked_at > (select app_now()) - interval '7 days');
create policy "applicant takes back what was parked" on application_parked for delete to quinze_applicant
  using (application_id = (select viewer_application()) and adult = (select viewer_adult()));
create policy "applicant leaves a trace" on audit for insert to quinze_applicant
  with check (actor_kind = 'applicant' and actor_id = (select viewer_application()) and household_id is null);
create policy "applicant's acts are announced" on outbox for insert to quinze_applicant
  with check (sent_at is null and person_id is null and kind like 'application-%'
    and payload ->> 'applicationId' = (select viewer_application())::text);

-- The office an application was sent to. A draft is nobody's but its author's.
grant select on application, application_adult, application_version, application_version_part, application_confirmation,
  application_event, document_answer, document, application_message to quinze_agent, quinze_supervisor;
create policy "agent reads applications sent to the office" on application for select to quinze_agent
  using (office_id = (select viewer_office()) and sent_at is not null);
create policy "agent reads adults of applications" on application_adult for select to quinze_agent
  using (exists (select 1 from application a where a.id = application_id));
create policy "agent reads versions of applications" on application_version for select to quinze_agent
  using (exists (select 1 from application a where a.id = application_id));
create policy "agent reads parts of applications" on application_version_part for select to quinze_agent
  using (exists (select 1 from application_version v where v.id = version_id));
create policy "agent reads the spouse's word" on application_confirmation for select to quinze_agent
  using (exists (select 1 from application a where a.id = application_id));
create policy "agent reads events of applications" on application_event for select to quinze_agent
  using (exists (select 1 from application a where a.id = application_id));
create policy "agent reads answers on documents" on document_answer for select to quinze_agent
  using (exists (select 1 from application a where a.id = application_id));
create policy "agent reads documents" on document for select to quinze_agent
  using (exists (select 1 from application a where a.id = application_id));
create policy "agent reads messages" on application_message for select to quinze_agent
  using (exists (select 1 from application a where a.id = application_id));
-- Those that wait for a person to choose their office too: they must not lie where nobody looks.
create policy "supervisor reads applications sent to the office" on application for select to quinze_supervisor
  using (sent_at is not null and (office_id = (select viewer_office())
    or office_id in (select o.id from office o where o.kind = 'contactCentre')));
create policy "supervisor reads adults of applications" on application_adult for select to quinze_supervisor
  using (exists (select 1 from application a where a.id = application_id));
create policy "supervisor reads versions of applications" on application_version for select to quinze_supervisor
  using (exists (select 1 from application a where a.id = application_id));
create policy "supervisor reads parts of applications" on application_version_part for select to quinze_supervisor
  using (exists (select 1 from application_version v where v.id = version_id));
create policy "supervisor reads the spouse's word" on application_confirmation for select to quinze_supervisor
  using (exists (select 1 from application a where a.id = application_id));
create policy "supervisor reads events of applications" on application_event for select to quinze_supervisor
  using (exists (select 1 from application a where a.id = application_id));
create policy "supervisor reads answers on documents" on document_answer for select to quinze_supervisor
  using (exists (select 1 from application a where a.id = application_id));
create policy "supervisor reads documents" on document for select to quinze_supervisor
  using (exists (select 1 from application a where a.id = application_id));
create policy "supervisor reads messages" on application_message for select to quinze_supervisor
  using (exists (select 1 from application a where a.id = application_id));
