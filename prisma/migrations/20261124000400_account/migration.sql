-- One's own account: forms being corrected, sessions, contacts and who looked at a file.

-- A form of the account that was refused, as it was typed. Never a bank number (decisions/account-forms.md).
create table "account_form" (
  "id" uuid primary key default uuidv7(),
  "person_id" uuid not null,
  "form" text not null check (form in ('contact', 'address', 'deposit', 'code')),
  "fields" jsonb not null check (octet_length(fields::text) <= 2000000),
  "updated_at" timestamptz(3) not null default app_now(),
  constraint "account_form_person_id_fkey" foreign key ("person_id") references "person" ("id") on delete restrict on update cascade
);
create unique index "account_form_person_id_form_key" on "account_form" ("person_id", "form");
alter table account_form enable row level security;
grant select, insert, update, delete on account_form to quinze_citizen;
create policy "citizen keeps own account forms" on account_form for all to quinze_citizen
  using (person_id = (select viewer_person())) with check (person_id = (select viewer_person()));

-- Sessions ------------------------------------------------------------------------------------------------------

-- The living sessions of whoever holds this one.
create function auth.sessions_of(hash bytea, idle interval, shared_idle interval)
  returns table (id uuid, device text, shared boolean, started_at timestamptz, seen_at timestamptz, is_this boolean)
  language sql stable security definer set search_path = public, pg_temp
as $$
  select s.id, s.device, s.shared, s.started_at, s.seen_at, s.id = me.id
  from auth."session" me join auth."session" s on s.user_id = me.user_id
  where me.token_hash = hash and me.ended_at is null and app_now() < me.ends_at
    and s.ended_at is null and app_now() < s.ends_at
    and app_now() < s.seen_at + case when s.shared then shared_idle else idle end
  order by s.id = me.id desc, s.seen_at desc, s.id
$$;

-- Ends another session of whoever holds this one, or all the others (null); says how many. Each leaves a trace.
create function auth.end_session(hash bytea, wanted uuid) returns integer
  language sql volatile security definer set search_path = public, pg_temp
as $$
  with ended as (
    update auth."session" s set ended_at = app_now()
    from auth."session" me join auth."user" u on u.id = me.user_id
    where me.token_hash = hash and me.ended_at is null and app_now() < me.ends_at and u.person_id is not null
      and s.user_id = me.user_id and s.id <> me.id and (wanted is null or s.id = wanted)
      and s.ended_at is null and app_now() < s.ends_at
    returning s.id, u.person_id),
  trace as (
    insert into audit (actor_kind, actor_id, act, subject_kind, subject_id)
    select 'citizen', person_id, 'ended', 'session', id from ended)
  select count(*)::integer from ended
$$;

revoke execute on function auth.sessions_of(bytea, interval, interval), auth.end_session(bytea, uuid) from public;
grant execute on function auth.sessions_of(bytea, interval, interval), auth.end_session(bytea, uuid) to quinze_anonymous;

-- Who looked at the file ----------------------------------------------------------------------------------------

-- Every look by staff at a household while the person looking was of it: when, in what role, from which office, and
-- at what. A first name only: staff are not to be found at home. What one adult told the office alone is between
-- them and it; what was received before one came, or after one left, is not named.
create view looks_of_viewer with (security_barrier) as
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
    and a.actor_kind = 'staff' and a.act = 'looked'
    and (f.id is null or f.kind <> 'privateChange' or coalesce(f.for_person, f.filed_by_person) = (select viewer_person()));
grant select on looks_of_viewer to quinze_citizen;

-- Where codes go -------------------------------------------------------------------------------------------------

-- How an adult could be reached before each change they made. A code to prove oneself again goes to the contact known
-- before: one set a moment ago by whoever holds the session proves nothing (decisions/trusted-contact.md). What the
-- office or the import writes is trusted at once: nobody is looking then.
create table "contact_change" (
  "id" uuid primary key default uuidv7(),
  "person_id" uuid not null,
  "email" text,
  "mobile" text,
  "notify_by" text,
  "at" timestamptz(3) not null default app_now(),
  constraint "contact_change_person_id_fkey" foreign key ("person_id") references "person" ("id") on delete restrict on update cascade
);
create index "contact_change_person_id_at_idx" on "contact_change" ("person_id", "at");
alter table contact_change enable row level security;
grant select on contact_change to quinze_citizen;
create policy "citizen reads own contact changes" on contact_change for select to quinze_citizen
  using (person_id = (select viewer_person()));

create function note_contact_change() returns trigger
  language plpgsql security definer set search_path = public, pg_temp
as $$
begin
  if viewer_person() is null then return null; end if;
  if tg_op = 'INSERT' then
    insert into contact_change (person_id) values (new.person_id);
  elsif (old.email, old.mobile) is distinct from (new.email, new.mobile) then
    insert into contact_change (person_id, email, mobile, notify_by)
    values (old.person_id, old.email, old.mobile, old.notify_by);
  end if;
  return null;
end $$;
create trigger "contact_change_is_noted" after insert or update on "contact"
  for each row execute function note_contact_change();

-- How an adult was reached ten days ago: the oldest contact replaced since, else the present one.
create function auth.trusted_contact(who uuid) returns table (email text, mobile text, notify_by text)
  language sql stable security definer set search_path = public, pg_temp rows 1
as $$
  (select c.email, c.mobile, c.notify_by from contact_change c
   where c.person_id = who and c.at > app_now() - interval '10 days' order by c.at, c.id limit 1)
  union all
  (select c.email, c.mobile, c.notify_by from contact c
   where c.person_id = who and not exists (
     select from contact_change n where n.person_id = who and n.at > app_now() - interval '10 days'))
$$;

-- A code to prove oneself again goes to the contact known before.
create or replace function auth.contact_for(who uuid, wanted text)
  returns table (email text, mobile text, notify_by text)
  language sql stable security definer set search_path = public, pg_temp
as $$
  select t.email, t.mobile, t.notify_by from auth.trusted_contact(who) t where wanted = 'step-up'
  union all
  select c.email, c.mobile, c.notify_by from contact c where c.person_id = who and wanted <> 'step-up'
$$;

-- One's own, for the notices to the old contact.
create function own_trusted_contact() returns table (email text, mobile text, notify_by text)
  language sql stable security definer set search_path = public, pg_temp rows 1
as $$ select t.email, t.mobile, t.notify_by from auth.trusted_contact(viewer_person()) t $$;

-- Address and direct deposit ---------------------------------------------------------------------------------------

-- Where a household is paid, as the office took it down. The numbers are sealed; nobody of the portal opens them.
create table "direct_deposit" (
  "household_id" uuid primary key,
  "sealed" bytea not null,
  "masked" text not null,
  "since_month" text not null check (is_month(since_month)),
  constraint "direct_deposit_household_id_fkey" foreign key ("household_id") references "household" ("id") on delete restrict on update cascade
);

-- A change asked by an adult of the household. Nothing moves: what is in force is derived (src/domain/account).
create table "account_change" (
  "id" uuid primary key default uuidv7(),
  "household_id" uuid not null,
  "person_id" uuid not null,
  "kind" text not null check (kind in ('address', 'deposit')),
  "address" jsonb,
  "sealed" bytea,
  "masked" text not null,
  "asked_at" timestamptz(3) not null default app_now(),
  "takes_effect_month" text not null check (is_month(takes_effect_month)),
  "cancelled_at" timestamptz(3),
  constraint "account_change_household_id_fkey" foreign key ("household_id") references "household" ("id") on delete restrict on update cascade,
  constraint "account_change_person_id_fkey" foreign key ("person_id") references "person" ("id") on delete restrict on update cascade,
  constraint "account_change_is_whole" check ((kind = 'address') = (address is not null) and (kind = 'deposit') = (sealed is not null)),
  -- Never the month it is asked in: the wall under the rule of the domain.
  constraint "account_change_waits" check (takes_effect_month > to_char(asked_at at time zone 'America/Toronto', 'YYYY-MM'))
);
create index "account_change_household_id_idx" on "account_change" ("household_id");

-- Changes of a household are stopped, until the office lifts it.
create table "account_freeze" (
  "id" uuid primary key default uuidv7(),
  "household_id" uuid not null,
  "frozen_at" timestamptz(3) not null default app_now(),
  "frozen_by" text not null check (frozen_by in ('adult', 'link')),
  "lifted_at" timestamptz(3),
  "lifted_by" uuid,
  constraint "account_freeze_household_id_fkey" foreign key ("household_id") references "household" ("id") on delete restrict on update cascade,
  constraint "account_freeze_lifted_by_fkey" foreign key ("lifted_by") references "staff_member" ("id") on delete restrict on update cascade,
  constraint "account_freeze_is_lifted_by_someone" check ((lifted_at is null) = (lifted_by is null))
);
create unique index "account_freeze_household_id_key" on "account_freeze" ("household_id") where lifted_at is null;

-- What a notice lets its reader do: freeze, once. Only the hash of the link's token is here.
create table "account_freeze_link" (
  "id" uuid primary key default uuidv7(),
  "token_hash" bytea not null unique check (length(token_hash) = 32),
  "household_id" uuid not null,
  "made_at" timestamptz(3) not null default app_now(),
  "used_at" timestamptz(3),
  constraint "account_freeze_link_household_id_fkey" foreign key ("household_id") references "household" ("id") on delete restrict on update cascade
);
create index "account_freeze_link_household_id_idx" on "account_freeze_link" ("household_id");

create function is_frozen(home uuid) returns boolean
  language sql stable security definer set search_path = public, pg_temp
as $$ select exists (select from account_freeze f where f.household_id = home and f.lifted_at is null) $$;

-- Changes and freezes of one household come one after the other.
create function lock_account(home uuid) returns void language sql volatile
  as $$ select pg_advisory_xact_lock(hashtextextended('account ' || home::text, 0)) $$;

-- Stops every change of a household that still waits, and new ones. `next_month` is that of the next payment. False
-- when it was frozen already. Every adult of the household is told.
create function freeze_account(home uuid, by_whom text, next_month text) returns boolean
  language plpgsql volatile security definer set search_path = public, pg_temp
as $$
begin
  perform lock_account(home);
  update account_change set cancelled_at = app_now()
    where household_id = home and cancelled_at is null and takes_effect_month > next_month;
  insert into account_freeze (household_id, frozen_by) values (home, by_whom) on conflict do nothing;
  if not found then return false; end if;
  insert into outbox (kind, person_id, payload)
    select 'account-notice', m.person_id, jsonb_build_object('about', 'frozen', 'language', p.language)
    from household_member m join person p on p.id = m.person_id
    where m.household_id = home and m.role = 'adult' and m.until_day is null;
  return true;
end $$;

create function freeze_own_account(next_month text) returns boolean
  language sql volatile security definer set search_path = public, pg_temp
as $$ select freeze_account(viewer_household(), 'adult', next_month) where viewer_household() is not null $$;

-- By the link of a notice, once. Who holds it is not known: the trail says a link.
create function auth.freeze_by_link(hash bytea, next_month text) returns boolean
  language plpgsql volatile security definer set search_path = public, pg_temp
as $$
declare
  home uuid;
begin
  update account_freeze_link set used_at = app_now()
    where token_hash = hash and used_at is null and made_at > app_now() - interval '62 days'
    returning household_id into home;
  if home is null then return false; end if;
  perform freeze_account(home, 'link', next_month);
  insert into audit (actor_kind, act, subject_kind, subject_id, household_id, details)
    values ('machine', 'frozen', 'household', home, home, '{"by": "link"}');
  return true;
end $$;

-- By the office, once it has spoken with the people of the household. Every adult is told.
create function lift_freeze(home uuid) returns boolean
  language plpgsql volatile security definer set search_path = public, pg_temp
as $$
begin
  update account_freeze f set lifted_at = app_now(), lifted_by = viewer_staff()
    from household h where h.id = home and h.office_id = viewer_office() and f.household_id = home and f.lifted_at is null;
  if not found then return false; end if;
  insert into outbox (kind, person_id, payload)
    select 'account-notice', m.person_id, jsonb_build_object('about', 'lifted', 'language', p.language)
    from household_member m join person p on p.id = m.person_id
    where m.household_id = home and m.role = 'adult' and m.until_day is null;
  return true;
end $$;

revoke execute on function note_contact_change(), auth.trusted_contact(uuid), own_trusted_contact(), is_frozen(uuid),
  lock_account(uuid), freeze_account(uuid, text, text), freeze_own_account(text), auth.freeze_by_link(bytea, text),
  lift_freeze(uuid) from public;
grant execute on function own_trusted_contact(), is_frozen(uuid), lock_account(uuid), freeze_own_account(text)
  to quinze_citizen;
grant execute on function auth.freeze_by_link(bytea, text) to quinze_anonymous;
grant execute on function is_frozen(uuid), lift_freeze(uuid) to quinze_agent, quinze_supervisor;
-- Whoever sends a code or a notice.
grant usage on schema auth to quinze_worker;
grant execute on function auth.trusted_contact(uuid) to quinze_worker;

alter table direct_deposit enable row level security;
alter table account_change enable row level security;
alter table account_freeze enable row level security;
alter table account_freeze_link enable row level security;

grant select (household_id, masked, since_month) on direct_deposit to quinze_citizen;
create policy "citizen reads where the household is paid" on direct_deposit for select to quinze_citizen
  using (household_id = (select viewer_household()));
grant select (id, household_id, person_id, kind, address, masked, asked_at, takes_effect_month, cancelled_at)
  on account_change to quinze_citizen;
grant insert (household_id, person_id, kind, address, sealed, masked, takes_effect_month) on account_change to quinze_citizen;
create policy "citizen reads the household's changes" on account_change for select to quinze_citizen
  using (household_id = (select viewer_household()));
create policy "citizen asks for a change" on account_change for insert to quinze_citizen
  with check (household_id = (select viewer_household()) and person_id = (select viewer_person())
    and not is_frozen(household_id));
grant select on account_freeze to quinze_citizen;
create policy "citizen reads own freezes" on account_freeze for select to quinze_citizen
  using (household_id = (select viewer_household()));
grant insert (token_hash, household_id) on account_freeze_link to quinze_citizen;
create policy "citizen's notices carry a link" on account_freeze_link for insert to quinze_citizen
  with check (household_id = (select viewer_household()));
