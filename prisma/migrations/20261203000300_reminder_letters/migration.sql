-- Reminders by mail: for whoever chose it, or whom no other way reaches. Such a reminder waits for the printer of its office.

alter table "contact" drop constraint "contact_notify_by_check",
  add constraint "contact_notify_by_check" check (notify_by in ('email', 'text', 'letter', 'none'));

alter table "reminder"
  add column "printed_at" timestamptz(3),
  drop constraint "reminder_channel_check",
  add constraint "reminder_channel_check" check (channel in ('email', 'text', 'letter')),
  drop constraint "reminder_moment_check",
  add constraint "reminder_moment_check"
    check (moment in ('letter', 'tenDays', 'fiveDays', 'oneDay', 'today', 'after', 'extended')),
  add constraint "reminder_letter_by_mail" check ((moment = 'letter') = (channel = 'letter')),
  add constraint "reminder_printed_is_a_letter" check (printed_at is null or channel = 'letter');
create index "reminder_to_print" on "reminder" ("due_at", "id") where channel = 'letter' and printed_at is null;

-- As before, and whether nothing that was sent this month could reach them.
drop function reminder_readers(text, text, timestamptz, uuid[]);
create function reminder_readers(of_month text, which text, until timestamptz, households uuid[]) returns table (
  household_id uuid, person_id uuid, notify_by text, has_email boolean, has_mobile boolean,
  reminded_at timestamptz, seen_at timestamptz, unreached boolean)
  language sql stable security definer set search_path = public, pg_temp
as $$
  select m.household_id, m.person_id, c.notify_by, c.email is not null, c.mobile is not null,
    (select max(r.at) from reminder r where r.person_id = m.person_id and r.month = of_month),
    (select max(s.seen_at) from auth."user" u join auth."session" s on s.user_id = u.id where u.person_id = m.person_id),
    exists (select from outbox o where o.person_id = m.person_id and o.kind = 'reminder' and o.outcome = 'unreachable'
      and o.payload ->> 'month' = of_month)
  from household_member m join contact c on c.person_id = m.person_id
  where m.household_id = any (households) and m.role = 'adult' and m.until_day is null
    and c.notify_by <> 'none' and c.reminders
    and not exists (select from reminder r where r.person_id = m.person_id and r.month = of_month and r.moment = which
      and r.due_at = until)
$$;
revoke execute on function reminder_readers(text, text, timestamptz, uuid[]) from public;
grant execute on function reminder_readers(text, text, timestamptz, uuid[]) to quinze_worker;
create index "outbox_of_person" on "outbox" ("person_id") where outcome = 'unreachable';

-- A letter waits for the printer; everything else leaves by the outbox.
create or replace function remind(of_month text, which text, until timestamptz, readers jsonb) returns integer
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
    from kept where channel <> 'letter')
  select count(*)::integer from kept
$$;

-- The reminders that wait for the printer of the viewer's office, the nearest limit first. Whoever filed since, whose
-- file was closed, or who has no address, gets none.
create function reminder_letters_waiting()
  returns table (id uuid, household_id uuid, name text, language text, delivery text, due_at timestamptz)
  language sql stable security definer set search_path = public, pg_temp
as $$
  select r.id, a.household_id, a.given_name || ' ' || a.family_name, a.language, a.delivery, r.due_at
  from reminder r join adults_of_office((select viewer_office())) a
    on a.person_id = r.person_id and a.household_id = r.household_id
  where r.channel = 'letter' and r.printed_at is null and r.due_at > app_now() and a.delivery <> 'noAddress'
    and not exists (select from filing f where f.household_id = r.household_id and f.kind = 'statement' and f.month = r.month)
    and not exists (select from standing_closing c where c.household_id = r.household_id and c.from_month <= next_month(r.month))
  order by r.due_at, r.id
$$;

-- They are on paper. Gives their households; of another office's, or one that was printed already, nothing.
create function reminder_letters_printed(letters uuid[]) returns table (id uuid, household_id uuid)
  language sql volatile security definer set search_path = public, pg_temp
as $$
  update reminder r set printed_at = app_now()
  from adults_of_office((select viewer_office())) a
  where r.id = any (letters) and r.channel = 'letter' and r.printed_at is null
    and a.person_id = r.person_id and a.household_id = r.household_id
  returning r.id, r.household_id
$$;

revoke execute on function reminder_letters_waiting(), reminder_letters_printed(uuid[]) from public;
grant execute on function reminder_letters_waiting(), reminder_letters_printed(uuid[]) to quinze_agent, quinze_supervisor;
