-- Following an application: the clock is the same for both adults, and a draft can be erased.

-- A name for a requirement that tells whose it is and nothing more, unless both know it already.
create function masked_requirement(requirement text, whose text, is_known boolean) returns text
  language sql immutable parallel safe
  as $$ select case when is_known or split_part(requirement, '.', 2) <> whose then requirement
    else 'hidden.' || whose || '.' || md5(requirement) end $$;

-- What the clock needs of the other adult's events, and nothing else.
create function other_adult_events()
  returns table (at timestamptz, kind text, adult text, "by" text, subject text, answer text, required text[])
  language sql stable security definer set search_path = public, pg_temp
as $$
  with known as (
    select array_agg(r) as requirements from application_event e, jsonb_array_elements_text(e.details -> 'required') r
    where e.application_id = viewer_application() and e.adult is null and e.kind = 'required')
  select e.at, e.kind, e.adult, e."by",
    masked_requirement(coalesce(e.details ->> 'subject', ''), e.adult,
      e.details ->> 'subject' = any (coalesce(k.requirements, '{}'))),
    e.details ->> 'answer',
    (select array_agg(masked_requirement(r, e.adult, r = any (coalesce(k.requirements, '{}'))))
      from jsonb_array_elements_text(e.details -> 'required') r)
  from application_event e, known k
  where e.application_id = viewer_application() and e.adult <> viewer_adult()
    and e.kind in ('required', 'documentGiven', 'documentRemoved', 'documentAnswered', 'documentAsked',
      'documentRefused', 'documentWaived', 'informationAsked', 'informationGiven')
  order by e.at, e.id
$$;

-- Erases a draft: every word and number typed by either adult, the answers on documents, the files of both, the ways in.
-- What stays says that someone began on a day and erased it. Gives the keys of the files, for the storage to forget.
create function erase_application() returns table (storage_key text)
  language plpgsql volatile security definer set search_path = public, pg_temp
as $$
declare
  wanted uuid := viewer_application();
begin
  if viewer_adult() is distinct from 'applicant' then return; end if;
  update application set withdrawn_at = app_now(), urgent = '{}'
    where id = wanted and sent_at is null and withdrawn_at is null;
  if not found then return; end if;
  update application_draft set fields = '{}', sealed = null, attempted = '{}', version = version + 1, updated_at = app_now()
    where application_id = wanted;
  delete from document_answer where application_id = wanted;
  delete from application_parked where application_id = wanted;
  delete from auth."application_key" where application_id = wanted;
  update auth."application_session" set ended_at = app_now() where application_id = wanted and ended_at is null;
  insert into application_event (application_id, kind, "by") values (wanted, 'erased', 'applicant');
  return query
    with gone as (delete from document d where d.application_id = wanted returning d.storage_key),
      unfinished as (delete from upload u where u.application_id = wanted returning u.storage_key)
    select g.storage_key from gone g union all select u.storage_key from unfinished u;
end $$;

revoke execute on function other_adult_events(), masked_requirement(text, text, boolean), erase_application() from public;
grant execute on function other_adult_events(), erase_application() to quinze_applicant;
