-- The tables of the monthly statement. Days and months are text; the checks keep them real enough to compare.

-- The only clock of the database. The demo and the tests replace it by one with an offset; production never does.
create function app_now() returns timestamptz language sql volatile parallel safe as 'select clock_timestamp()';

create function is_day(value text) returns boolean language sql immutable parallel safe
  as $$ select value ~ '^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$' $$;
create function is_month(value text) returns boolean language sql immutable parallel safe
  as $$ select value ~ '^\d{4}-(0[1-9]|1[0-2])$' $$;

create table "office" (
  "id" uuid primary key default uuidv7(),
  "code" text not null,
  "name_fr" text not null,
  "name_en" text not null,
  "region_code" text not null,
  "city" text not null,
  "phone" text not null
);
create unique index "office_code_key" on "office" ("code");

create table "person" (
  "id" uuid primary key default uuidv7(),
  "given_name" text not null,
  "family_name" text not null,
  "birth_date" text not null check (is_day(birth_date)),
  "language" text not null default 'fr' check (language in ('fr', 'en'))
);

create table "household" (
  "id" uuid primary key default uuidv7(),
  "file_number" text not null,
  "office_id" uuid not null,
  constraint "household_office_id_fkey" foreign key ("office_id") references "office" ("id") on delete restrict on update cascade
);
create unique index "household_file_number_key" on "household" ("file_number");
create index "household_office_id_idx" on "household" ("office_id");

create table "household_member" (
  "id" uuid primary key default uuidv7(),
  "household_id" uuid not null,
  "person_id" uuid not null,
  "role" text not null check (role in ('adult', 'child')),
  "from_day" text not null check (is_day(from_day)),
  "until_day" text check (is_day(until_day) and until_day > from_day),
  constraint "household_member_household_id_fkey" foreign key ("household_id") references "household" ("id") on delete restrict on update cascade,
  constraint "household_member_person_id_fkey" foreign key ("person_id") references "person" ("id") on delete restrict on update cascade
);
create index "household_member_household_id_idx" on "household_member" ("household_id");
create index "household_member_person_id_idx" on "household_member" ("person_id");
-- An adult belongs to one household at a time. A child in shared custody may belong to two.
create unique index "household_member_one_home" on "household_member" ("person_id") where role = 'adult' and until_day is null;

create table "household_situation" (
  "id" uuid primary key default uuidv7(),
  "household_id" uuid not null,
  "from_month" text not null check (is_month(from_month)),
  "programme" text not null check (programme in ('socialAssistance', 'socialSolidarity', 'basicIncome')),
  "lives_with_parents" boolean not null default false,
  "spouse_of_student" boolean not null default false,
  "subsidised_dwelling" boolean not null default false,
  "fluctuating_income" boolean not null default false,
  "on_assistance_since" text not null check (is_month(on_assistance_since)),
  "recovery_cents" integer not null default 0 check (recovery_cents between 0 and 99999999),
  constraint "household_situation_household_id_fkey" foreign key ("household_id") references "household" ("id") on delete restrict on update cascade
);
create unique index "household_situation_household_id_from_month_key" on "household_situation" ("household_id", "from_month");

create table "adult_constraint" (
  "id" uuid primary key default uuidv7(),
  "person_id" uuid not null,
  "kind" text not null check (kind in ('temporary', 'severe')),
  "from_day" text not null check (is_day(from_day)),
  "until_day" text check (is_day(until_day) and until_day > from_day),
  constraint "adult_constraint_person_id_fkey" foreign key ("person_id") references "person" ("id") on delete restrict on update cascade
);
create index "adult_constraint_person_id_idx" on "adult_constraint" ("person_id");

create table "staff_member" (
  "id" uuid primary key default uuidv7(),
  "name" text not null,
  "role" text not null check (role in ('agent', 'contact', 'supervisor', 'auditor')),
  "office_id" uuid,
  constraint "staff_member_office_id_fkey" foreign key ("office_id") references "office" ("id") on delete restrict on update cascade
);

create table "filing_obligation" (
  "id" uuid primary key default uuidv7(),
  "household_id" uuid not null,
  "month" text not null check (is_month(month)),
  "files" text not null check (files in ('always', 'whenChanged')),
  "reason" text not null,
  "decided_by" uuid,
  constraint "filing_obligation_household_id_fkey" foreign key ("household_id") references "household" ("id") on delete restrict on update cascade
);
create unique index "filing_obligation_household_id_month_key" on "filing_obligation" ("household_id", "month");

create table "filing_extension" (
  "id" uuid primary key default uuidv7(),
  "scope" text not null check (scope in ('everyone', 'region', 'office', 'household')),
  "region_code" text,
  "office_id" uuid,
  "household_id" uuid,
  "month" text not null check (is_month(month)),
  "new_instant" timestamptz(3) not null,
  "reason_fr" text not null,
  "reason_en" text not null,
  "decided_by" uuid,
  "decided_at" timestamptz(3) not null default app_now(),
  constraint "filing_extension_scope_named" check (
    (scope = 'everyone' and num_nonnulls(region_code, office_id, household_id) = 0)
    or (scope = 'region' and region_code is not null and num_nonnulls(office_id, household_id) = 0)
    or (scope = 'office' and office_id is not null and num_nonnulls(region_code, household_id) = 0)
    or (scope = 'household' and household_id is not null and num_nonnulls(region_code, office_id) = 0))
);
create index "filing_extension_month_idx" on "filing_extension" ("month");

create table "statement_draft" (
  "id" uuid primary key default uuidv7(),
  "household_id" uuid not null,
  "person_id" uuid not null,
  "kind" text not null check (kind in ('statement', 'change', 'privateChange')),
  "month" text not null check (is_month(month)),
  "fields" jsonb not null,
  "attempted" text[] not null default array[]::text[],
  "version" integer not null default 1,
  "updated_at" timestamptz(3) not null default app_now(),
  constraint "statement_draft_household_id_fkey" foreign key ("household_id") references "household" ("id") on delete restrict on update cascade
);
create unique index "statement_draft_household_id_person_id_kind_month_key" on "statement_draft" ("household_id", "person_id", "kind", "month");

create table "filing" (
  "id" uuid primary key default uuidv7(),
  "household_id" uuid not null,
  "kind" text not null check (kind in ('statement', 'change', 'privateChange')),
  "month" text not null check (is_month(month)),
  "version" integer not null check (version > 0),
  "receipt_number" text not null,
  "answers" jsonb not null,
  "answers_digest" text not null,
  "schema_version" integer not null,
  "wording_version" text not null,
  "language" text not null check (language in ('fr', 'en')),
  "channel" text not null check (channel in ('web', 'telephone', 'counter', 'paper')),
  "filed_by_person" uuid,
  "filed_by_staff" uuid,
  "filed_by_name" text not null,
  "filed_for" text not null,
  "received_at" timestamptz(3) not null,
  "due_at" timestamptz(3),
  "late_reason" text,
  "correction_reason" text,
  "key" uuid not null,
  constraint "filing_household_id_fkey" foreign key ("household_id") references "household" ("id") on delete restrict on update cascade,
  constraint "filing_filed_by_someone" check (num_nonnulls(filed_by_person, filed_by_staff) = 1),
  constraint "filing_statement_has_due_instant" check (kind <> 'statement' or due_at is not null)
);
create unique index "filing_receipt_number_key" on "filing" ("receipt_number");
create unique index "filing_household_id_kind_month_version_key" on "filing" ("household_id", "kind", "month", "version");
create unique index "filing_household_id_key_key" on "filing" ("household_id", "key");
create index "filing_received_at_idx" on "filing" ("received_at");

create table "filing_confirmation" (
  "id" uuid primary key default uuidv7(),
  "filing_id" uuid not null,
  "person_id" uuid not null,
  "answer" text not null check (answer in ('agrees', 'disagrees')),
  "note" text,
  "at" timestamptz(3) not null default app_now(),
  constraint "filing_confirmation_filing_id_fkey" foreign key ("filing_id") references "filing" ("id") on delete restrict on update cascade
);
create unique index "filing_confirmation_filing_id_person_id_key" on "filing_confirmation" ("filing_id", "person_id");

create table "expected_payment" (
  "id" uuid primary key default uuidv7(),
  "household_id" uuid not null,
  "month" text not null check (is_month(month)),
  "filing_id" uuid,
  "total_cents" integer not null check (total_cents between 0 and 99999999),
  "benefit" jsonb not null,
  "computed_at" timestamptz(3) not null default app_now(),
  constraint "expected_payment_household_id_fkey" foreign key ("household_id") references "household" ("id") on delete restrict on update cascade,
  constraint "expected_payment_filing_id_fkey" foreign key ("filing_id") references "filing" ("id") on delete set null on update cascade
);
create unique index "expected_payment_filing_id_key" on "expected_payment" ("filing_id");
create index "expected_payment_household_id_month_idx" on "expected_payment" ("household_id", "month");

create table "parked_submission" (
  "id" uuid primary key default uuidv7(),
  "person_id" uuid not null,
  "path" text not null,
  "sealed" bytea not null,
  "parked_at" timestamptz(3) not null default app_now()
);
create index "parked_submission_person_id_idx" on "parked_submission" ("person_id");

create table "audit" (
  "id" uuid primary key default uuidv7(),
  "at" timestamptz(3) not null default app_now(),
  "actor_kind" text not null,
  "actor_id" uuid,
  "act" text not null,
  "subject_kind" text not null,
  "subject_id" uuid,
  "household_id" uuid,
  "details" jsonb not null default '{}'
);
create index "audit_household_id_at_idx" on "audit" ("household_id", "at");

create table "outbox" (
  "id" uuid primary key default uuidv7(),
  "kind" text not null,
  "person_id" uuid,
  "payload" jsonb not null,
  "created_at" timestamptz(3) not null default app_now(),
  "sent_at" timestamptz(3)
);
