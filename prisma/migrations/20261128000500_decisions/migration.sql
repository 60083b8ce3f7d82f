-- Decisions that follow one another on a task, whose they are, and the notices that leave.

-- What was told in private is decided in private: only this person reads the decision.
alter table "decision" add column "person_id" uuid;
alter table "decision" add constraint "decision_person_id_fkey"
  foreign key ("person_id") references "person" ("id") on delete restrict on update cascade;

-- A decision that left may be followed by another, which names it: each is followed once, and a task begins once. Two
-- agents never both decide. Undoing the second gives the first its place back.
drop index "decision_stands_alone";
create unique index "decision_follows_once" on "decision" ("task_id", "replaces") nulls not distinct where undone_at is null;
create index "decision_replaces_idx" on "decision" ("replaces");

-- What a decision is about, kept with it: the person does not read tasks. `left_at`: its notices are kept and announced.
alter table "decision"
  add column "kind" text not null default 'statement' check (kind in ('statement', 'change', 'missing', 'application', 'review')),
  add column "month" text check (is_month(month)),
  add column "left_at" timestamptz(3),
  -- A notice that could not be written is tried again later and later, and its office sees it.
  add column "notice_failures" integer not null default 0 check (notice_failures >= 0),
  add column "notice_again_at" timestamptz(3);
create index "decision_notice_failing" on "decision" ("task_id") where notice_failures > 0 and left_at is null and undone_at is null;
create index "decision_leaving" on "decision" ("leaves_at") where undone_at is null and left_at is null;

create function decision_says_its_task() returns trigger
  language plpgsql volatile security definer set search_path = public, pg_temp
as $$
begin
  select t.kind, case when t.kind in ('statement', 'missing') then t.month end into new.kind, new.month
    from task t where t.id = new.task_id;
  return new;
end $$;
create trigger "decision_says_its_task" before insert on "decision" for each row execute function decision_says_its_task();

-- The copies of a notice, one for each adult who receives it: what left, exactly, with its digest. Insert only, but for
-- who printed it.
create table "decision_notice" (
  "id" uuid primary key default uuidv7(),
  "decision_id" uuid not null,
  -- Whom it is for: a person of the household, or an adult of the application.
  "person_id" uuid,
  "adult" text check (adult in ('applicant', 'spouse')),
  "name" text not null check (char_length(name) between 1 and 400),
  "language" text not null check (language in ('fr', 'en')),
  -- In the portal, or on paper: by mail, or by hand when the address is protected or unknown.
  "delivery" text not null check (delivery in ('portal', 'mail', 'byHand')),
  "storage_key" text not null unique,
  "digest" bytea not null check (length(digest) = 32),
  "bytes" integer not null check (bytes > 0),
  "left_at" timestamptz(3) not null default app_now(),
  "printed_at" timestamptz(3),
  "printed_by" uuid,
  constraint "decision_notice_decision_id_fkey" foreign key ("decision_id") references "decision" ("id") on delete cascade on update cascade,
  constraint "decision_notice_person_id_fkey" foreign key ("person_id") references "person" ("id") on delete restrict on update cascade,
  constraint "decision_notice_printed_by_fkey" foreign key ("printed_by") references "staff_member" ("id") on delete restrict on update cascade,
  constraint "decision_notice_is_for_one" check (num_nonnulls(person_id, adult) = 1),
  constraint "decision_notice_printed_by_someone" check ((printed_at is null) = (printed_by is null)),
  constraint "decision_notice_of_portal_is_not_printed" check (printed_at is null or delivery <> 'portal')
);
create index "decision_notice_decision_id_idx" on "decision_notice" ("decision_id");
create unique index "decision_notice_of_person" on "decision_notice" ("decision_id", "person_id") where person_id is not null;
create unique index "decision_notice_of_adult" on "decision_notice" ("decision_id", "adult") where adult is not null;
create index "decision_notice_to_print" on "decision_notice" ("left_at", "id") where printed_at is null and delivery <> 'portal';

-- What left is frozen: only another decision changes it. A copy made just now counts, whatever the clock of who undoes.
create function decision_is_frozen() returns trigger
  language plpgsql volatile security definer set search_path = public, pg_temp
as $$
begin
  if old.left_at is not null or old.leaves_at <= app_now()
    or exists (select from decision_notice n where n.decision_id = old.id) then
    raise exception 'A decision that has left is frozen' using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger "decision_is_frozen" before update of undone_at, undone_by, seconded_by, seconded_at, leaves_at
  on "decision" for each row execute function decision_is_frozen();

-- What leaves ------------------------------------------------------------------------------------------------------------

-- Where a decision is sent: a person with an identity of their own reads it in the portal, the others receive paper.
create function notice_readers(of decision) returns jsonb
  language sql stable security definer set search_path = public, pg_temp
as $$
  select coalesce(jsonb_agg(jsonb_build_object('personId', r.person_id, 'adult', r.adult, 'name', r.name,
    'language', r.language, 'delivery', r.delivery) order by r.at), '[]')
  from (
    select m.id::text as at, p.id as person_id, null::text as adult, p.given_name || ' ' || p.family_name as name, p.language,
      case when exists (select from auth."user" u join auth."account" a on a.user_id = u.id where u.person_id = p.id) then 'portal'
        -- A letter about what one told in private would be opened at home.
        when of.person_id is not null then 'byHand'
        else coalesce((select case when a.protected then 'byHand' else 'mail' end from household_address a
          where a.household_id = of.household_id and a.from_day <= today() order by a.from_day desc limit 1), 'byHand') end as delivery
    from household_member m join person p on p.id = m.person_id
    where m.household_id = of.household_id and m.role = 'adult' and m.until_day is null
      and (of.person_id is null or of.person_id = p.id)
    union all
    select s.adult, null, s.adult, w.name, a.language,
      case when exists (select from auth."user" u join auth."account" c on c.user_id = u.id where u.person_id = s.person_id) then 'portal'
        when answers.address ? 'street' and coalesce(answers.address ->> 'protectAddress', '') = '' then 'mail'
        else 'byHand' end
    from application a join application_adult s on s.application_id = a.id
      cross join lateral (select v.id, v.signed_name from application_version v where v.application_id = a.id
        order by v.version desc limit 1) v
      cross join lateral (select jsonb_object_agg(e.key, e.value) as address from application_version_part part,
        jsonb_each_text(part.answers) e where part.version_id = v.id and e.key in ('street', 'protectAddress') and e.value <> '') answers
      cross join lateral (select case s.adult when 'applicant' then v.signed_name else (select c.signed_name
        from application_confirmation c where c.application_id = a.id order by c.at desc, c.id desc limit 1) end as name) w
    where of.household_id is null and a.id = of.application_id and w.name is not null) r
$$;

-- What a notice needs of a decision, whoever reads it.
create function notice_source(of decision) returns jsonb
  language sql stable security definer set search_path = public, pg_temp
as $$
  select jsonb_build_object('id', of.id, 'number', of.number, 'kind', of.kind, 'outcome', of.outcome, 'month', of.month,
    'fromMonth', of.from_month, 'reasons', of.reasons, 'items', of.items, 'benefit', of.benefit, 'words', of.words,
    'leavesAt', of.leaves_at, 'wording', of.wording_version,
    'replaces', (select r.number from decision r where r.id = of.replaces),
    'fileNumber', h.file_number,
    'receiptNumber', case when h.id is null then (select v.receipt_number from application_version v
      where v.application_id = of.application_id order by v.version desc limit 1) end,
    'office', (select jsonb_build_object('nameFr', o.name_fr, 'nameEn', o.name_en, 'phone', o.phone, 'tollFree', o.toll_free)
      from office o where o.id = coalesce(h.office_id, a.office_id)))
  from (select) one left join household h on h.id = of.household_id left join application a on a.id = of.application_id
$$;

-- The decisions whose moment has come, the oldest first. One that was replaced before it left was undone, and never leaves.
create function notices_due(most integer) returns table (source jsonb, readers jsonb)
  language sql stable security definer set search_path = public, pg_temp
as $$
  select notice_source(d), notice_readers(d) from decision d
  where d.undone_at is null and d.left_at is null and d.leaves_at <= (select app_now())
    and (d.notice_again_at is null or d.notice_again_at <= (select app_now()))
  order by d.leaves_at limit most
$$;
-- One of them, when its reader comes before its turn.
create function notice_due(decision uuid) returns table (source jsonb, readers jsonb)
  language sql stable security definer set search_path = public, pg_temp
as $$
  select notice_source(d), notice_readers(d) from decision d
  where d.id = notice_due.decision and d.undone_at is null and d.left_at is null and d.leaves_at <= (select app_now())
$$;

-- It could not be written: it is tried again in one minute, then two, four and so on, and then every hour.
create function notice_failed(of uuid) returns void
  language sql volatile security definer set search_path = public, pg_temp
as $$
  update decision d set notice_failures = d.notice_failures + 1,
      notice_again_at = app_now() + least(interval '1 hour', interval '1 minute' * 2 ^ least(d.notice_failures, 10))
    where d.id = of and d.undone_at is null and d.left_at is null
$$;

-- Its copies are kept: from now on it has left, and is announced without a word of what it says. False when it was undone
-- meanwhile, or when another process was first.
create function send_notices(of uuid, copies jsonb) returns boolean
  language plpgsql volatile security definer set search_path = public, pg_temp
as $$
declare
  sent decision;
begin
  update decision d set left_at = app_now()
    where d.id = of and d.undone_at is null and d.left_at is null and d.leaves_at <= app_now()
    returning * into sent;
  if sent.id is null then return false; end if;
  insert into decision_notice (decision_id, person_id, adult, name, language, delivery, storage_key, digest, bytes)
    select of, c."personId", c.adult, c.name, c.language, c.delivery, c.key, decode(c.digest, 'hex'), c.bytes
    from jsonb_to_recordset(copies) as c ("personId" uuid, adult text, name text, language text, delivery text, key text,
      digest text, bytes integer);
  insert into outbox (kind, person_id, payload)
    select 'decision-notice', c."personId", jsonb_build_object('about', 'decision', 'language', c.language)
      || case when c.adult is null then '{}' else jsonb_build_object('applicationId', sent.application_id, 'adult', c.adult) end
    from jsonb_to_recordset(copies) as c ("personId" uuid, adult text, language text, delivery text)
    -- Without an account nothing waits in the portal; an applicant follows without one.
    where c.delivery = 'portal' or c.adult is not null;
  return true;
end $$;

revoke execute on function decision_says_its_task(), decision_is_frozen(), notice_readers(decision), notice_source(decision),
  notices_due(integer), notice_due(uuid), notice_failed(uuid), send_notices(uuid, jsonb) from public;
grant execute on function notices_due(integer), notice_due(uuid), notice_failed(uuid), send_notices(uuid, jsonb), app_now(), today()
  to quinze_worker;

-- Walls --------------------------------------------------------------------------------------------------------------------

alter table decision_notice enable row level security;
grant select on decision_notice to quinze_citizen, quinze_representative, quinze_applicant, quinze_agent, quinze_supervisor;
grant update (printed_at, printed_by) on decision_notice to quinze_agent, quinze_supervisor;

grant select (kind, month, person_id) on decision to quinze_citizen, quinze_applicant;
grant select (id, number, household_id, application_id, outcome, reasons, items, benefit, from_month, words, language,
  wording_version, decided_at, seconded_at, leaves_at, undone_at, replaces, kind, month, person_id) on decision to quinze_representative;

-- As for what was filed: of the time one lived there, and what was told in private to its author alone.
drop policy "citizen reads own decisions" on decision;
create policy "citizen reads own decisions" on decision for select to quinze_citizen
  using (undone_at is null and leaves_at <= (select app_now())
    and (person_id is null or person_id = (select viewer_person()))
    and exists (
      select 1 from household_member m
      where m.household_id = decision.household_id and m.person_id = (select viewer_person()) and m.role = 'adult'
        and to_char(decision.decided_at at time zone 'America/Toronto', 'YYYY-MM-DD') >= m.from_day
        and (m.until_day is null
          or to_char(decision.decided_at at time zone 'America/Toronto', 'YYYY-MM-DD') < m.until_day)));
create policy "representative reads the person's decisions" on decision for select to quinze_representative
  using (undone_at is null and leaves_at <= (select app_now()) and (select viewer_mandate_has('read')) and person_id is null
    and exists (
      select 1 from household_member m
      where m.household_id = decision.household_id and m.person_id = (select viewer_person()) and m.role = 'adult'
        and to_char(decision.decided_at at time zone 'America/Toronto', 'YYYY-MM-DD') >= m.from_day
        and (m.until_day is null
          or to_char(decision.decided_at at time zone 'America/Toronto', 'YYYY-MM-DD') < m.until_day)));

create policy "citizen reads own notices" on decision_notice for select to quinze_citizen
  using (person_id = (select viewer_person()) and decision_id in (select d.id from decision d));
create policy "representative reads the person's notices" on decision_notice for select to quinze_representative
  using (person_id = (select viewer_person()) and decision_id in (select d.id from decision d));
create policy "applicant reads own notices" on decision_notice for select to quinze_applicant
  using (adult = (select viewer_adult()) and decision_id in (select d.id from decision d));
create policy "agent reads notices" on decision_notice for select to quinze_agent
  using (decision_id in (select d.id from decision d));
create policy "agent prints notices" on decision_notice for update to quinze_agent
  using (decision_id in (select d.id from decision d) and printed_at is null)
  with check (printed_by = (select viewer_staff()));
create policy "supervisor reads notices" on decision_notice for select to quinze_supervisor
  using (decision_id in (select d.id from decision d));
create policy "supervisor prints notices" on decision_notice for update to quinze_supervisor
  using (decision_id in (select d.id from decision d) and printed_at is null)
  with check (printed_by = (select viewer_staff()));

-- The office's page of a decision: what its notice says, who reads it, and who decided, in the viewer's office alone.
create function office_decision(of uuid) returns table (source jsonb, readers jsonb, decided_by text, decided_at timestamptz,
    seconded_by text, seconded_at timestamptz)
  language sql stable security definer set search_path = public, pg_temp rows 1
as $$
  select notice_source(d), notice_readers(d), a.name, d.decided_at, b.name, d.seconded_at
  from decision d join task t on t.id = d.task_id join staff_member a on a.id = d.decided_by
    left join staff_member b on b.id = d.seconded_by
  where d.id = of and (t.office_id = viewer_office()
    or (current_setting('role') = 'quinze_supervisor' and t.office_id in (select o.id from office o where o.kind = 'contactCentre')))
$$;
revoke execute on function office_decision(uuid) from public;
grant execute on function office_decision(uuid) to quinze_agent, quinze_supervisor;
