-- Letters that carry an access code, and new codes. The codes stand outside row-level security, where no role of the
-- web may read them: these functions read them with their owner's rights, bounded by who is looking. Each is granted
-- to the roles it is for, and to no other.

-- A code waits, sealed, for its letter. There are few at a time in one office.
create index "access_code_waiting" on auth."access_code" ("issued_at") where sealed is not null;

-- The adults who live today in a household of an office, with what becomes of their mail: `mail` to the address of
-- the file, or by hand when that address is protected, or unknown.
create function adults_of_office(office uuid)
  returns table (person_id uuid, household_id uuid, file_number text, given_name text, family_name text, language text,
    delivery text)
  language sql stable security definer set search_path = public, pg_temp
as $$
  select p.id, h.id, h.file_number, p.given_name, p.family_name, p.language,
    coalesce((
      select case when a.protected then 'protected' else 'mail' end from household_address a
      where a.household_id = h.id and a.from_day <= today() order by a.from_day desc limit 1), 'noAddress')
  from household h
    join household_member m on m.household_id = h.id and m.role = 'adult' and m.until_day is null
    join person p on p.id = m.person_id
  where h.office_id = office
$$;

-- The letters that wait in the viewer's office, the oldest first: never the code.
create function letters_waiting(most integer)
  returns table (person_id uuid, file_number text, name text, language text, delivery text, reason text, issued_at timestamptz)
  language sql stable security definer set search_path = public, pg_temp
as $$
  select a.person_id, a.file_number, a.given_name || ' ' || a.family_name, a.language, a.delivery, c.reason, c.issued_at
  from adults_of_office((select viewer_office())) a join auth."access_code" c on c.person_id = a.person_id
  where c.sealed is not null
  order by c.issued_at, a.file_number, a.person_id limit most
$$;

-- One letter that waits in the viewer's office, with its code, sealed.
create function letter_waiting(person uuid)
  returns table (person_id uuid, household_id uuid, file_number text, name text, language text, delivery text,
    reason text, issued_at timestamptz, sealed bytea)
  language sql stable security definer set search_path = public, pg_temp
as $$
  select a.person_id, a.household_id, a.file_number, a.given_name || ' ' || a.family_name, a.language, a.delivery,
    c.reason, c.issued_at, c.sealed
  from adults_of_office((select viewer_office())) a join auth."access_code" c on c.person_id = a.person_id
  where a.person_id = person and c.sealed is not null
$$;

-- The letter is on paper: from now on nobody can read its code here. Only the very code that was printed: one that was
-- renewed meanwhile waits for its own letter. Returns the household, or null when there is no such letter.
create function letter_printed(person uuid, issued timestamptz) returns uuid
  language sql volatile security definer set search_path = public, pg_temp
as $$
  update auth."access_code" c set sealed = null, printed_at = app_now()
  from adults_of_office((select viewer_office())) a
  where c.person_id = person and a.person_id = person and c.sealed is not null and c.issued_at = issued
  returning a.household_id
$$;

-- A new code in the place of the old one, which is dead at once. 'again' when chance gave the old one once more, or that
-- of a spouse born the same day: the caller draws another.
create function auth.replace_code(person uuid, number text, new_digest bytea, new_sealed bytea) returns text
  language plpgsql volatile security definer set search_path = public, pg_temp
as $$
begin
  if exists (select from auth."access_code" where digest = new_digest) then return 'again'; end if;
  insert into auth."access_code" (person_id, file_number, digest, sealed, issued_at, reason, printed_at)
  values (person, number, new_digest, new_sealed, app_now(), 'renewal', null)
  on conflict (person_id) do update set file_number = excluded.file_number, digest = excluded.digest,
    sealed = excluded.sealed, issued_at = excluded.issued_at, reason = excluded.reason, printed_at = null;
  return 'renewed';
end $$;

-- The office gives a new code to one of its people. The number must be the one of their file: the code is bound to it.
create function renew_code_of(person uuid, number text, new_digest bytea, new_sealed bytea) returns text
  language plpgsql volatile security definer set search_path = public, pg_temp
as $$
declare
  answer text;
begin
  if not exists (select from adults_of_office(viewer_office()) a
    where a.person_id = person and compared_file_number(a.file_number) = number) then
    return 'not-found';
  end if;
  answer := auth.replace_code(person, number, new_digest, new_sealed);
  if answer <> 'renewed' then return answer; end if;
  -- Whoever came in by the old code, perhaps not the person, is out.
  update auth."session" s set ended_at = app_now() from auth."user" u
  where u.id = s.user_id and u.person_id = person and s.assurance in ('code', 'code+otp') and s.ended_at is null;
  return answer;
end $$;

-- A person's own code: when it was given, and whether its letter still waits.
create function own_code() returns table (reason text, issued_at timestamptz, printed_at timestamptz, waiting boolean)
  language sql stable security definer set search_path = public, pg_temp rows 1
as $$
  select c.reason, c.issued_at, c.printed_at, c.sealed is not null from auth."access_code" c
  where c.person_id = (select viewer_person())
$$;

-- A person asks for a new code, once until its letter has left.
create function renew_own_code(number text, new_digest bytea, new_sealed bytea) returns text
  language plpgsql volatile security definer set search_path = public, pg_temp
as $$
begin
  if not exists (select from household where id = viewer_household() and compared_file_number(file_number) = number) then
    return 'not-found';
  end if;
  if exists (select from auth."access_code" c
    where c.person_id = viewer_person() and c.reason = 'renewal' and c.sealed is not null) then
    return 'on-its-way';
  end if;
  return auth.replace_code(viewer_person(), number, new_digest, new_sealed);
end $$;

revoke execute on function adults_of_office(uuid), letters_waiting(integer), letter_waiting(uuid),
  letter_printed(uuid, timestamptz), auth.replace_code(uuid, text, bytea, bytea),
  renew_code_of(uuid, text, bytea, bytea), own_code(), renew_own_code(text, bytea, bytea) from public;
grant execute on function letters_waiting(integer), letter_waiting(uuid), letter_printed(uuid, timestamptz),
  renew_code_of(uuid, text, bytea, bytea) to quinze_agent, quinze_supervisor;
grant execute on function own_code(), renew_own_code(text, bytea, bytea) to quinze_citizen;
