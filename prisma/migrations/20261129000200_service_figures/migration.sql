-- What whoever runs the service watches: counts and ages, of nobody. Each is one short read of an index.
create function service_figures() returns table (name text, labels jsonb, value double precision)
  language plpgsql stable security definer set search_path = public, pg_temp
as $$
declare
  waiting record;
begin
  return query
    select 'filings_last_hour', jsonb_build_object('kind', f.kind, 'channel', f.channel), count(*)::double precision
    from filing f where f.received_at > app_now() - interval '1 hour' group by f.kind, f.channel;
  return query
    select 'late_filings_last_hour', '{}'::jsonb, count(*)::double precision
    from filing f where f.received_at > app_now() - interval '1 hour' and f.received_at > f.due_at;
  return query
    select 'outbox_waiting', '{}'::jsonb, count(*)::double precision
    from (select 1 from outbox o where o.sent_at is null limit 10000) w;
  return query
    select 'last_try_age_seconds', '{}'::jsonb, extract(epoch from clock_timestamp() - max(b.beat_at))::double precision
    from service_heartbeat b having count(*) > 0;
  return query
    select t.name, '{}'::jsonb, t.value::integer::double precision
    from (select b.files, b.signs_in from service_heartbeat b order by b.beat_at desc limit 1) last,
      lateral (values ('last_try_files', last.files), ('last_try_signs_in', last.signs_in)) t (name, value);
  -- The queue of the jobs is there once the owner has made it.
  if to_regclass('pgboss.job') is not null then
    for waiting in execute
      $q$select j.name, extract(epoch from clock_timestamp() - min(greatest(j.created_on, j.start_after))) as age,
           count(*) as jobs
         from pgboss.job j where j.state < 'active' and j.name !~ '^__' and j.start_after <= clock_timestamp()
         group by j.name$q$
    loop
      return query values
        ('jobs_waiting', jsonb_build_object('queue', waiting.name), waiting.jobs::double precision),
        ('oldest_job_age_seconds', jsonb_build_object('queue', waiting.name), waiting.age::double precision);
    end loop;
  end if;
end $$;
revoke execute on function service_figures() from public;
grant execute on function service_figures() to quinze_worker;
