-- Where applications are left, for who watches over the forms: the page alone, and no answer.

-- The page that was gone through last. A name of ours, without its entry: `earnings`, never `job-2`.
alter table "application_draft" add column "page" text check (page ~ '^[A-Za-z]{1,40}$');
grant update (page) on application_draft to quinze_applicant;
create index "application_started_at_idx" on "application" ("started_at");

-- Of the applications begun since, how many were sent; and of those left for a day, the last page that was gone through.
-- Before it is sent an application is of no office: these are counts of them all, and counts alone leave this function.
create function applications_left(since timestamptz) returns table (page text, count bigint)
  language sql stable security definer set search_path = public, pg_temp
as $$
  with begun as (select a.id, a.sent_at, a.withdrawn_at from application a where a.started_at >= since),
  left_there as (
    select coalesce((array_agg(d.page order by d.updated_at desc) filter (where d.page is not null))[1], 'start') as page
    from begun b join application_draft d on d.application_id = b.id and d.part <> 'spouse'
    where b.sent_at is null and b.withdrawn_at is null
    group by b.id having max(d.updated_at) < app_now() - interval '1 day')
  select page, count(*) from left_there group by page
  union all select 'sent', count(*) from begun where sent_at is not null
$$;
revoke execute on function applications_left(timestamptz) from public;
grant execute on function applications_left(timestamptz) to quinze_supervisor;

-- What the staff noted of an application goes with the household that it made, and so does what they note of it later.
create function notes_follow_admission() returns trigger
  language plpgsql volatile security definer set search_path = public, pg_temp
as $$
begin
  update note set household_id = new.household_id where application_id = new.application_id and household_id is null;
  return null;
end $$;
create trigger "notes_follow_admission" after update of household_id on "admission" for each row
  when (old.household_id is null and new.household_id is not null) execute function notes_follow_admission();
create function note_knows_household() returns trigger
  language plpgsql volatile security definer set search_path = public, pg_temp
as $$
begin
  select a.household_id into new.household_id from admission a where a.application_id = new.application_id;
  return new;
end $$;
create trigger "note_knows_household" before insert on "note" for each row
  when (new.household_id is null and new.application_id is not null) execute function note_knows_household();

-- What is sent in the visit that the staff opened came by their channel; what the person sends in a visit of their own
-- came from the web, whoever helped them begin.
alter table auth."application_session" add column "channel" text check (channel in ('telephone', 'counter', 'paper'));
create function visit_knows_channel() returns trigger
  language plpgsql volatile security definer set search_path = public, auth, pg_temp
as $$
begin
  update auth."application_session" set channel = new.channel
    where application_id = new.application_id and ended_at is null and started_at > app_now() - interval '1 minute';
  return null;
end $$;
create trigger "visit_knows_channel" after insert on "assisted_session" for each row
  when (new.application_id is not null) execute function visit_knows_channel();

create or replace function enter_application(visit uuid) returns void
  language plpgsql volatile security definer set search_path = public, pg_temp
as $$
declare
  about uuid;
  who text;
  way text;
  own boolean;
begin
  select s.application_id, s.adult, s.channel,
      exists (select from application_adult m where m.application_id = s.application_id and m.adult = 'spouse' and m.came_at is not null)
    into about, who, way, own
    from auth."application_session" s where s.id = visit and s.ended_at is null and app_now() < s.ends_at;
  perform set_config('quinze.application', coalesce(about::text, ''), true),
    set_config('quinze.adult', coalesce(who, ''), true),
    set_config('quinze.channel', coalesce(way, 'web'), true),
    set_config('quinze.reads', case who when 'spouse' then 'household,spouse'
      when 'applicant' then case when own then 'household,applicant' else 'household,applicant,spouse' end else '' end, true),
    set_config('quinze.writes', case who when 'spouse' then 'spouse'
      when 'applicant' then case when own then 'household,applicant' else 'household,applicant,spouse' end else '' end, true);
end $$;
grant execute on function viewer_channel() to quinze_applicant;
alter policy "applicant sends" on application_version
  with check (application_id = (select viewer_application()) and (select viewer_adult()) = 'applicant'
    and channel = (select viewer_channel()));
revoke execute on function notes_follow_admission(), note_knows_household(), visit_knows_channel() from public;

-- The contact centre opens an application by its receipt number, to answer a call, as it opens a file: for half an hour,
-- in the trail, found or not. No wall of an application opens for it: it reads the state of one through
-- `opened_application`, and no answer, no document, no name, no message, and nothing of one adult alone.
create table "application_opening" (
  "id" uuid primary key default uuidv7(),
  "staff_id" uuid not null,
  "application_id" uuid not null,
  "opened_at" timestamptz(3) not null default app_now(),
  "until" timestamptz(3) not null,
  constraint "application_opening_staff_id_fkey" foreign key ("staff_id") references "staff_member" ("id") on delete restrict on update cascade,
  constraint "application_opening_application_id_fkey" foreign key ("application_id") references "application" ("id") on delete cascade on update cascade,
  constraint "application_opening_ends" check (until > opened_at and until <= opened_at + interval '30 minutes')
);
create index "application_opening_staff_id_opened_at_idx" on "application_opening" ("staff_id", "opened_at");
create index "application_opening_application_id_idx" on "application_opening" ("application_id");
alter table application_opening enable row level security;
grant select on application_opening to quinze_auditor;
create policy "auditor reads openings of applications" on application_opening for select to quinze_auditor using (true);

create function open_application(receipt text) returns table (outcome text, application uuid)
  language plpgsql volatile security definer set search_path = public, pg_temp
as $$
declare
  who staff_member;
  found_id uuid;
  tries integer;
  moment timestamptz := app_now();
begin
  select * into who from staff_member s where s.id = viewer_staff() and s.role = 'contact' for update;
  if who.id is null then
    return query select 'not-allowed', null::uuid;
    return;
  end if;
  select count(*) into tries from audit a
    where a.actor_id = who.id and a.act in ('opened', 'sought') and a.at > app_now() - interval '1 hour';
  if tries >= 60 then
    return query select 'too-many', null::uuid;
    return;
  end if;
  select v.application_id into found_id from application_version v where v.receipt_number = receipt;
  if found_id is null then
    insert into audit (actor_kind, actor_id, act, subject_kind) values ('staff', who.id, 'sought', 'application');
    return query select 'not-found', null::uuid;
    return;
  end if;
  -- Opened a moment ago: the same opening goes on, and does not last longer for it.
  if not exists (select from application_opening o
      where o.staff_id = who.id and o.application_id = found_id and o.until > app_now()) then
    insert into application_opening (staff_id, application_id, opened_at, until)
      values (who.id, found_id, moment, moment + interval '30 minutes');
    insert into audit (actor_kind, actor_id, act, subject_kind, subject_id)
      values ('staff', who.id, 'opened', 'application', found_id);
  end if;
  return query select 'opened', found_id;
end $$;

-- What is read of an application held open. Of two adults, what concerns one alone is named for the clock only.
create function opened_application(which uuid)
  returns table (receipt_number text, version integer, sent_at timestamptz, received_at timestamptz, couple boolean,
    office_fr text, office_en text, office_phone text, until timestamptz, events jsonb)
  language sql stable security definer set search_path = public, pg_temp
as $$
  select v.receipt_number, v.version, a.sent_at, v.received_at, two.couple, f.name_fr, f.name_en,
    coalesce(f.toll_free, f.phone), o.until,
    (select coalesce(jsonb_agg(jsonb_build_object('at', to_char(e.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
        'kind', e.kind, 'adult', e.adult, 'by', e."by", 'details', case
          when e.adult is null or not two.couple then jsonb_build_object('subject', e.details -> 'subject',
            'answer', e.details -> 'answer', 'required', e.details -> 'required', 'spouseConfirms', e.details -> 'spouseConfirms')
          else jsonb_build_object('answer', e.details -> 'answer',
            'subject', masked_requirement(coalesce(e.details ->> 'subject', ''), e.adult,
              e.details ->> 'subject' = any (coalesce(known.requirements, '{}'))),
            'required', (select jsonb_agg(masked_requirement(r, e.adult, r = any (coalesce(known.requirements, '{}'))))
              from jsonb_array_elements_text(e.details -> 'required') r)) end)
        order by e.at, e.id), '[]') from application_history e where e.application_id = a.id)
  from application_opening o join application a on a.id = o.application_id join office f on f.id = a.office_id
    cross join lateral (select exists (select from application_adult s where s.application_id = a.id and s.adult = 'spouse')
      or exists (select from application_event e where e.application_id = a.id
        and (e.adult = 'spouse' or e.kind in ('spouseInvited', 'spouseConfirmed', 'spouseDisagreed'))) as couple) two
    cross join lateral (select array_agg(r) as requirements from application_event e,
      jsonb_array_elements_text(e.details -> 'required') r
      where e.application_id = a.id and e.adult is null and e.kind = 'required') known
    cross join lateral (select x.receipt_number, x.version, x.received_at from application_version x
      where x.application_id = a.id order by x.version desc limit 1) v
  where o.application_id = which and o.staff_id = viewer_staff() and o.until > app_now()
  order by o.until desc limit 1
$$;
revoke execute on function open_application(text), opened_application(uuid) from public;
grant execute on function open_application(text), opened_application(uuid) to quinze_contact;
