-- Signing in without a digital identity: access codes sent by letter, one-time codes, and delays between attempts.

-- The digest covers file number, birth date and code together, under a key the database does not hold: one look at
-- an index decides, and a file that does not exist costs what a wrong code costs (decisions/access-code-digest.md).
-- `sealed` is the code itself, encrypted, until its letter is printed.
create table auth."access_code" (
  "person_id" uuid primary key references person (id),
  "file_number" text not null check (file_number ~ '^[A-Z0-9]{4,20}$'),
  "digest" bytea not null unique check (length(digest) = 32),
  "sealed" bytea,
  "issued_at" timestamptz(3) not null default app_now(),
  "reason" text not null check (reason in ('first', 'renewal')),
  "printed_at" timestamptz(3),
  constraint "access_code_is_forgotten_once_printed" check (printed_at is null or sealed is null)
);

-- A code of six digits, good for ten minutes, five tries and one use, for the browser that asked for it alone:
-- `pending` is the hash of that browser's secret. Where nobody can be written to, the code waits, sealed, until an
-- agent reads it out. `keys` are the attempts a wrong code counts among.
create table auth."one_time_code" (
  "id" uuid primary key default uuidv7(),
  "person_id" uuid not null references person (id),
  "purpose" text not null check (purpose in ('sign-in', 'step-up', 'claim')),
  "channel" text not null check (channel in ('email', 'text', 'desk')),
  "pending" bytea not null,
  "digest" bytea not null check (length(digest) = 32),
  "sealed" bytea check (sealed is null or channel = 'desk'),
  "shared" boolean not null default false,
  "keys" bytea[] not null check (cardinality(keys) = 3),
  "created_at" timestamptz(3) not null default app_now(),
  "expires_at" timestamptz(3) not null default app_now() + interval '10 minutes',
  "tries" integer not null default 0 check (tries between 0 and 5),
  "used_at" timestamptz(3),
  "told_to" uuid references staff_member (id),
  "told_at" timestamptz(3),
  unique ("pending", "purpose"),
  constraint "one_time_code_told_by_someone" check ((told_to is null) = (told_at is null))
);
create index "one_time_code_person_id_idx" on auth."one_time_code" ("person_id");
create index "one_time_code_expires_at_idx" on auth."one_time_code" ("expires_at");

-- Attempts to sign in, by keyed digest of a file, of an address, and of the two together. What they delay is decided
-- in the domain (src/domain/access/delay.ts). `known_at`: from this address this file was last opened.
create table auth."attempt" (
  "key" bytea primary key check (length(key) = 32),
  "failures" integer not null default 0 check (failures >= 0),
  "failed_at" timestamptz(3) not null default app_now(),
  "known_at" timestamptz(3)
);
create index "attempt_failed_at_idx" on auth."attempt" ("failed_at");

-- A user is a person's or a staff member's, and its sessions and identities are of the same realm: no path through
-- the code can make one session of both.
alter table auth."user"
  add column "realm" text generated always as (
    case when person_id is not null then 'citizen' when staff_id is not null then 'staff' end) stored,
  add constraint "user_realm_key" unique ("id", "realm");
alter table auth."session"
  add constraint "session_is_of_its_realm" foreign key ("user_id", "realm") references auth."user" ("id", "realm");
-- One identity a person, and every identity in its own realm.
alter table auth."account"
  add constraint "account_is_of_its_realm" foreign key ("user_id", "provider") references auth."user" ("id", "realm"),
  add constraint "account_one_identity" unique ("user_id");

-- Attempts ------------------------------------------------------------------------------------------------------

-- The attempts under these keys, held until the transaction ends: two at once cannot both come before the first
-- is counted. `ago` is null for one that never failed. Those nobody needs any more are forgotten on the way.
create function auth.attempts(keys bytea[]) returns table (failures integer, ago double precision, known boolean)
  language plpgsql volatile security definer set search_path = public, pg_temp rows 3
as $$
begin
  delete from auth."attempt" where key in (
    select old.key from auth."attempt" old
    where old.failed_at < app_now() - interval '1 day'
      and (old.known_at is null or old.known_at < app_now() - interval '90 days')
    order by old.failed_at limit 50 for update skip locked);
  insert into auth."attempt" (key) select one from unnest(keys) one order by one on conflict do nothing;
  perform 1 from auth."attempt" a where a.key = any (keys) order by a.key for update;
  return query
    select coalesce(a.failures, 0),
      case when a.failures > 0 then extract(epoch from app_now() - a.failed_at)::double precision end,
      coalesce(a.known_at > app_now() - interval '90 days', false)
    from unnest(keys) with ordinality k (key, place) left join auth."attempt" a on a.key = k.key
    order by k.place;
end $$;

create function auth.count_attempt(keys bytea[]) returns void
  language sql volatile security definer set search_path = public, pg_temp
as $$
  insert into auth."attempt" (key, failures) select one, 1 from unnest(keys) one order by one
  on conflict (key) do update
    set failures = case when attempt.failed_at < app_now() - interval '1 day' then 1 else attempt.failures + 1 end,
      failed_at = app_now()
$$;

-- The attempt succeeded: nothing is held against this file at this address, and one thing less against each.
create function auth.forgive_attempt(keys bytea[]) returns void
  language sql volatile security definer set search_path = public, pg_temp
as $$
  update auth."attempt" set
    failures = case when key = keys[1] then 0 else greatest(failures - 1, 0) end,
    known_at = case when key = keys[1] then app_now() else known_at end
  where key = any (keys)
$$;

-- One-time codes --------------------------------------------------------------------------------------------------

-- Where a code for this purpose may be sent.
create function auth.contact_for(who uuid, wanted text) returns table (email text, mobile text, notify_by text)
  language sql stable security definer set search_path = public, pg_temp
  as $$ select c.email, c.mobile, c.notify_by from contact c where c.person_id = who $$;

-- Makes a code for a person and says how it reaches them. It leaves from the outbox, sealed.
create function auth.issue_code(who uuid, wanted text, pending_hash bytea, code_digest bytea, sealed_code bytea,
    on_shared boolean, attempt_keys bytea[]) returns text
  language plpgsql volatile security definer set search_path = public, pg_temp
as $$
declare
  via text;
begin
  select case
      when c.notify_by = 'text' and c.mobile is not null then 'text'
      when c.email is not null then 'email'
      when c.mobile is not null then 'text'
      else 'desk' end
    into via
    from person p left join lateral auth.contact_for(who, wanted) c on true where p.id = who;
  if via is null then return null; end if;
  delete from auth."one_time_code" where expires_at < app_now() - interval '1 day';
  insert into auth."one_time_code" as o (person_id, purpose, channel, pending, digest, sealed, shared, keys)
    values (who, wanted, via, pending_hash, code_digest, case via when 'desk' then sealed_code end, on_shared, attempt_keys)
    on conflict (pending, purpose) do update set
      person_id = excluded.person_id, channel = excluded.channel, digest = excluded.digest, sealed = excluded.sealed,
      shared = excluded.shared, keys = excluded.keys, created_at = app_now(),
      expires_at = app_now() + interval '10 minutes', tries = 0, used_at = null,
      told_to = null, told_at = null;
  if via <> 'desk' then
    -- Whoever sends it asks auth.contact_for for the address, by the same purpose.
    insert into outbox (kind, person_id, payload) values ('one-time-code', who,
      jsonb_build_object('channel', via, 'purpose', wanted, 'sealed', encode(sealed_code, 'base64')));
  end if;
  return via;
end $$;

-- The same for whom an access code proves; null when it proves nobody.
create function auth.issue_code_by_access(access_digest bytea, wanted text, pending_hash bytea, code_digest bytea,
    sealed_code bytea, on_shared boolean, attempt_keys bytea[]) returns text
  language sql volatile security definer set search_path = public, pg_temp
as $$
  select (select auth.issue_code(a.person_id, wanted, pending_hash, code_digest, sealed_code, on_shared, attempt_keys)
    from auth."access_code" a where a.digest = access_digest)
$$;

-- What a browser's pending code counts among; null when there is none that can still be used.
create function auth.pending_keys(pending_hash bytea, wanted text) returns bytea[]
  language sql stable security definer set search_path = public, pg_temp
as $$
  select o.keys from auth."one_time_code" o
  where o.pending = pending_hash and o.purpose = wanted and o.used_at is null and o.expires_at > app_now() and o.tries < 5
$$;

-- Counts a try at a browser's pending code, and gives what to compare it with. Five tries, then nothing.
create function auth.try_code(pending_hash bytea, wanted text)
  returns table (id uuid, person_id uuid, digest bytea, shared boolean, tries integer)
  language sql volatile security definer set search_path = public, pg_temp rows 1
as $$
  update auth."one_time_code" o set tries = o.tries + 1
  where o.pending = pending_hash and o.purpose = wanted and o.used_at is null and o.expires_at > app_now() and o.tries < 5
  returning o.id, o.person_id, o.digest, o.shared, o.tries
$$;

-- Uses a code up. True once.
create function auth.use_code(code_id uuid) returns boolean
  language sql volatile security definer set search_path = public, pg_temp
as $$
  with used as (
    update auth."one_time_code" set used_at = app_now(), sealed = null where id = code_id and used_at is null returning 1)
  select exists (select 1 from used)
$$;

-- Gives the code that waits for someone nobody can write to, to the agent who asks, once. Who it is goes to the trail
-- only: nothing else is told of them.
create function auth.tell_code(file text, birth text) returns uuid
  language sql volatile security definer set search_path = public, pg_temp
as $$
  with waiting as (
    select o.id
    from auth."one_time_code" o
      join auth."access_code" a on a.person_id = o.person_id
      join person p on p.id = o.person_id
    where a.file_number = file and p.birth_date = birth and o.channel = 'desk' and o.told_at is null
      and o.used_at is null and o.expires_at > app_now() and o.tries < 5
    order by o.created_at desc limit 1 for update of o)
  update auth."one_time_code" o set told_to = viewer_staff(), told_at = app_now()
  from waiting w where o.id = w.id and viewer_staff() is not null
  returning o.person_id
$$;

-- The code the agent has just asked for, sealed, long enough to read it out.
create function auth.told_code() returns bytea
  language sql stable security definer set search_path = public, pg_temp
as $$
  select o.sealed from auth."one_time_code" o
  where o.told_to = viewer_staff() and o.told_at > app_now() - interval '2 minutes' and o.used_at is null
    and o.expires_at > app_now()
  order by o.told_at desc limit 1
$$;

-- Links an identity to a person, once: 'linked', or why not.
create function auth.claim(provider_name text, provider_subject text, who uuid) returns text
  language plpgsql volatile security definer set search_path = public, pg_temp
as $$
declare
  claimant uuid;
begin
  insert into auth."user" (person_id) values (who) on conflict (person_id) do nothing;
  select id into claimant from auth."user" u where u.person_id = who for update;
  if exists (select from auth."account" a where a.provider = provider_name and a.subject = provider_subject) then
    return 'identity-used';
  end if;
  if exists (select from auth."account" a where a.user_id = claimant) then return 'person-has-identity'; end if;
  insert into auth."account" (provider, subject, user_id) values (provider_name, provider_subject, claimant)
    on conflict do nothing;
  if not found then return 'identity-used'; end if;
  insert into audit (actor_kind, actor_id, act, subject_kind, subject_id)
    values ('citizen', who, 'claimed', 'person', who);
  return 'linked';
end $$;

revoke execute on function auth.attempts(bytea[]), auth.count_attempt(bytea[]), auth.forgive_attempt(bytea[]),
  auth.contact_for(uuid, text),
  auth.issue_code(uuid, text, bytea, bytea, bytea, boolean, bytea[]),
  auth.issue_code_by_access(bytea, text, bytea, bytea, bytea, boolean, bytea[]),
  auth.pending_keys(bytea, text), auth.try_code(bytea, text), auth.use_code(uuid), auth.tell_code(text, text),
  auth.told_code(), auth.claim(text, text, uuid) from public;
grant execute on function auth.attempts(bytea[]), auth.count_attempt(bytea[]), auth.forgive_attempt(bytea[]),
  auth.issue_code(uuid, text, bytea, bytea, bytea, boolean, bytea[]),
  auth.issue_code_by_access(bytea, text, bytea, bytea, bytea, boolean, bytea[]),
  auth.pending_keys(bytea, text), auth.try_code(bytea, text), auth.use_code(uuid), auth.claim(text, text, uuid)
  to quinze_auth;
-- An agent reads a code out and leaves a trace; a contact agent sees nothing else of a file.
grant usage on schema auth to quinze_agent, quinze_contact, quinze_supervisor;
grant execute on function auth.tell_code(text, text), auth.told_code() to quinze_agent, quinze_contact, quinze_supervisor;
grant insert on audit to quinze_contact;
create policy "contact agent leaves a trace" on audit for insert to quinze_contact
  with check (actor_kind = 'staff' and actor_id = (select viewer_staff()) and household_id is null);
