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
