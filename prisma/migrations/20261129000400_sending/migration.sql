-- What leaves the house: how each message of the outbox fares until it has left, and the reminders of a month.

-- `begun_at` and `next_at` go by the clock of the machine: they are about tries, not about the law.
alter table "outbox"
  add column "begun_at" timestamptz(3),
  add column "next_at" timestamptz(3) not null default clock_timestamp(),
  add column "failing_since" timestamptz(3),
  add column "tries" integer not null default 0,
  -- The ways that do not reach the person: an address that is refused, a number that is none.
  add column "refused_by" text[] not null default '{}' check (refused_by <@ array['email', 'text']),
  -- How it ended, once `sent_at` is set.
  add column "outcome" text check (outcome in ('sent', 'unwanted', 'unreachable', 'expired', 'filed')),
  add column "sent_by" text check (sent_by in ('email', 'text')),
  add constraint "outbox_says_how_it_ended" check ((sent_at is null) = (outcome is null));
create index "outbox_waiting" on "outbox" ("next_at") where sent_at is null;
create index "outbox_sent_at_idx" on "outbox" ("sent_at");

grant update (begun_at, next_at, failing_since, tries, refused_by, outcome, sent_by) on outbox to quinze_worker;

-- Reminders, on top of how a person is told of the rest.
alter table "contact" add column "reminders" boolean not null default true;

-- One row for each reminder of a statement: to whom, when in its month, by which way. Insert only.
create table "reminder" (
  "id" uuid primary key default uuidv7(),
  "household_id" uuid not null references "household" ("id") on delete restrict on update cascade,
  "person_id" uuid not null references "person" ("id") on delete restrict on update cascade,
  "month" text not null check (is_month(month)),
  "moment" text not null check (moment in ('tenDays', 'fiveDays', 'oneDay', 'today', 'after', 'extended')),
  -- The limit it reminds of: a later one is reminded of anew.
  "due_at" timestamptz(3) not null,
  "channel" text not null check (channel in ('email', 'text')),
  "at" timestamptz(3) not null default app_now(),
  unique ("person_id", "month", "due_at", "moment", "channel")
);
create index "reminder_household_id_idx" on "reminder" ("household_id");
alter table reminder enable row level security;
grant select, insert on reminder to quinze_worker;
create policy "worker reads reminders" on reminder for select to quinze_worker using (true);
create policy "worker reminds" on reminder for insert to quinze_worker with check (true);
grant select on reminder to quinze_citizen;
create policy "citizen reads their reminders" on reminder for select to quinze_citizen
  using (person_id = (select viewer_person()));
grant insert on outbox to quinze_worker;
create policy "worker announces" on outbox for insert to quinze_worker with check (sent_at is null);

-- Takes what is due, for one worker at a time, with what is needed to send it: the language and the addresses of whoever
-- it is for, as they are now. What was begun and not ended (its worker died) is taken again after ten
-- minutes; a code, which is good for no longer, after one.
create function take_outbox(most integer) returns table (
  id uuid, kind text, person_id uuid, payload jsonb, created_at timestamptz, in_doubt boolean, refused_by text[], tries integer,
  failing_seconds double precision, language text, email text, mobile text, notify_by text, reminders boolean, answers jsonb,
  filed boolean)
  language sql volatile security definer set search_path = public, pg_temp
as $$
  with due as materialized (
    select o.id, o.begun_at from outbox o
    where o.sent_at is null and o.next_at <= clock_timestamp()
      and (o.begun_at is null or o.begun_at < clock_timestamp()
        - case o.kind when 'one-time-code' then interval '1 minute' else interval '10 minutes' end)
    order by o.next_at limit most for update skip locked),
  taken as (
    update outbox o set begun_at = clock_timestamp(), tries = o.tries + 1 from due where o.id = due.id
    returning o.*, due.begun_at is not null as in_doubt),
  known as (
    select t.*, coalesce(t.person_id, a.person_id) as reader, a.adult, a.application_id
    from taken t left join application_adult a on a.application_id = (t.payload ->> 'applicationId')::uuid
      and a.adult = coalesce(t.payload ->> 'adult', 'applicant'))
  select k.id, k.kind, k.person_id, k.payload, k.created_at, k.in_doubt, k.refused_by, k.tries,
    coalesce(extract(epoch from clock_timestamp() - k.failing_since), 0)::double precision,
    coalesce(p.language, w.language), c.email, c.mobile, c.notify_by, c.reminders,
    case when k.reader is null then (select coalesce(jsonb_object_agg(f.key, f.value), '{}')
      from application_draft d cross join jsonb_each(d.fields) f where d.application_id = k.application_id) end,
    k.kind = 'reminder' and exists (select from filing f where f.household_id = (k.payload ->> 'householdId')::uuid
      and f.kind = 'statement' and f.month = k.payload ->> 'month')
  from known k
    left join person p on p.id = k.reader
    left join application w on w.id = k.application_id
    left join lateral (
      select n.email, n.mobile, n.notify_by, coalesce(own.reminders, true) as reminders
      from auth.contact_for(k.reader, coalesce(k.payload ->> 'purpose', '')) n
        left join contact own on own.person_id = k.reader) c on true
$$;

-- Whoever is to be reminded in some households, and was not for this moment: how they want to be told, and whether they
-- came since the last reminder.
create function reminder_readers(of_month text, which text, until timestamptz, households uuid[]) returns table (
  household_id uuid, person_id uuid, notify_by text, has_email boolean, has_mobile boolean,
  reminded_at timestamptz, seen_at timestamptz)
  language sql stable security definer set search_path = public, pg_temp
as $$
  select m.household_id, m.person_id, c.notify_by, c.email is not null, c.mobile is not null,
    (select max(r.at) from reminder r where r.person_id = m.person_id and r.month = of_month),
    (select max(s.seen_at) from auth."user" u join auth."session" s on s.user_id = u.id where u.person_id = m.person_id)
  from household_member m join contact c on c.person_id = m.person_id
  where m.household_id = any (households) and m.role = 'adult' and m.until_day is null
    and c.notify_by <> 'none' and c.reminders
    and not exists (select from reminder r where r.person_id = m.person_id and r.month = of_month and r.moment = which
      and r.due_at = until)
$$;

-- Keeps reminders that are not there yet, and has each of them leave. Gives how many are new.
create function remind(of_month text, which text, until timestamptz, readers jsonb) returns integer
  language sql volatile security definer set search_path = public, pg_temp
as $$
  with kept as (
    insert into reminder (household_id, person_id, month, moment, due_at, channel)
    select r.household, r.person, of_month, which, until, r.channel
    from jsonb_to_recordset(readers) as r (household uuid, person uuid, channel text)
    on conflict do nothing returning *),
  announced as (
    insert into outbox (kind, person_id, payload)
    select 'reminder', person_id, jsonb_build_object('channel', channel, 'month', month, 'moment', moment,
      'householdId', household_id, 'until', to_char(until at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'))
    from kept)
  select count(*)::integer from kept
$$;

-- Reminders end for a person who asked for it by the link of one, without signing in.
create function stop_reminders(of_person uuid) returns boolean
  language sql volatile security definer set search_path = public, pg_temp
as $$
  with stopped as (
    update contact set reminders = false where person_id = of_person and reminders returning person_id),
  trace as (
    insert into audit (actor_kind, act, subject_kind, subject_id, details)
    select 'link', 'changed', 'contact', person_id, '{"what": "reminders"}' from stopped)
  select exists (select from stopped)
$$;

revoke execute on function take_outbox(integer), reminder_readers(text, text, timestamptz, uuid[]), remind(text, text, timestamptz, jsonb),
  stop_reminders(uuid) from public;
grant execute on function take_outbox(integer), reminder_readers(text, text, timestamptz, uuid[]), remind(text, text, timestamptz, jsonb)
  to quinze_worker;
grant execute on function stop_reminders(uuid) to quinze_anonymous;
