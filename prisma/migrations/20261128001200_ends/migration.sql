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
