-- The file on one screen: who the staff are by name, who looked, and what was noted and verified.

-- A member of the staff by their name, for what their office did. Staff cannot read the table of the staff.
create function name_of_staff(of uuid) returns text
  language sql stable security definer set search_path = public, pg_temp
as $$ select s.name from staff_member s where s.id = of $$;
revoke execute on function name_of_staff(uuid) from public;
grant execute on function name_of_staff(uuid) to quinze_agent, quinze_supervisor;

-- Looks at what belongs to an application: it has no household. Those at a household have their index.
create index "audit_application_looks" on "audit" ("subject_id", "at")
  where act = 'looked' and subject_kind in ('application', 'document');

-- Who of the staff looked at a file of the viewer's office, newest first. A look from another office is among them: that
-- is the one to be asked about. The trail itself stays the auditors'.
create function looks_at_file(of_household uuid, of_application uuid, most integer)
  returns table (id uuid, at timestamptz, staff_id uuid, name text, role text, office_fr text, office_en text,
    subject_kind text, subject_id uuid)
  language sql stable security definer set search_path = public, pg_temp
as $$
  with mine as (
    select h.id as household_id, null::uuid as application_id from household h
      where h.id = of_household and h.office_id = viewer_office()
    union all
    select null, a.id from application a
      where a.id = of_application and a.sent_at is not null
        and (a.office_id = viewer_office()
          or current_setting('role') = 'quinze_supervisor'
            and a.office_id in (select o.id from office o where o.kind = 'contactCentre'))),
  looks as (
    select a.* from mine m join audit a on a.household_id = m.household_id
      where a.act = 'looked' and a.actor_kind = 'staff'
    union all
    select a.* from mine m join audit a on a.subject_id = m.application_id
      where a.act = 'looked' and a.subject_kind = 'application' and a.actor_kind = 'staff'
    union all
    select a.* from mine m join document d on d.application_id = m.application_id join audit a on a.subject_id = d.id
      where a.act = 'looked' and a.subject_kind = 'document' and a.actor_kind = 'staff')
  select l.id, l.at, s.id, s.name, s.role, o.name_fr, o.name_en, l.subject_kind, l.subject_id
  from looks l join staff_member s on s.id = l.actor_id left join office o on o.id = s.office_id
  order by l.at desc, l.id desc limit least(most, 500)
$$;
revoke execute on function looks_at_file(uuid, uuid, integer) from public;
grant execute on function looks_at_file(uuid, uuid, integer) to quinze_agent, quinze_supervisor;

-- Whether the address in force of a household of the viewer's office is protected: an agent, who cannot read it, must not
-- take an older one for it.
create function address_is_protected(of uuid) returns boolean
  language sql stable security definer set search_path = public, pg_temp
as $$
  select coalesce((select a.protected from household_address a join household h on h.id = a.household_id
    where h.id = of and h.office_id = viewer_office() and a.from_day <= today() order by a.from_day desc limit 1), false)
$$;
revoke execute on function address_is_protected(uuid) from public;
grant execute on function address_is_protected(uuid) to quinze_agent, quinze_supervisor;
