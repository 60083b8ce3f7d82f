-- The service network: what is known of each office, and which offices serve a postal area. Public facts.

-- A telephone number is kept as +1 and ten digits. Null means unknown, never "none".
create function is_phone(value text) returns boolean language sql immutable parallel safe
  as $$ select value ~ '^\+1[2-9]\d{2}[2-9]\d{6}$' $$;

alter table "office"
  add column "kind" text not null default 'office' check (kind in ('office', 'servicePoint', 'contactCentre', 'former')),
  add column "address" text,
  add column "postal_code" text check (postal_code ~ '^[GHJ]\d[A-Z] \d[A-Z]\d$'),
  add column "toll_free" text check (is_phone(toll_free)),
  add column "fax" text check (is_phone(fax)),
  add column "delegated_to" text,
  add column "latitude" double precision check (latitude between 44 and 63),
  add column "longitude" double precision check (longitude between -80 and -57),
  add constraint "office_is_somewhere" check (num_nulls(latitude, longitude) in (0, 2)),
  alter column "phone" drop not null;

-- Until now the contact centre's number stood where the office's own was unknown.
update office set phone = nullif(
  case when is_phone('+1' || right(regexp_replace(phone, '\D', '', 'g'), 10))
    then '+1' || right(regexp_replace(phone, '\D', '', 'g'), 10) end,
  '+18777678773');
alter table office add constraint "office_phone_check" check (is_phone(phone));

create table "postal_area" (
  "fsa" text primary key check (fsa ~ '^[GHJ]\d[A-Z]$'),
  "city" text not null,
  "region_code" text not null,
  "confidence" text not null check (confidence in ('high', 'medium', 'low'))
);

create table "postal_area_office" (
  "fsa" text not null,
  "office_id" uuid not null,
  "rank" integer not null check (rank > 0),
  primary key ("fsa", "office_id"),
  constraint "postal_area_office_fsa_fkey" foreign key ("fsa") references "postal_area" ("fsa") on delete cascade on update cascade,
  constraint "postal_area_office_office_id_fkey" foreign key ("office_id") references "office" ("id") on delete restrict on update cascade
);
create unique index "postal_area_office_fsa_rank_key" on "postal_area_office" ("fsa", "rank");
create index "postal_area_office_office_id_idx" on "postal_area_office" ("office_id");

-- No file is kept by a former centre or by the contact centre, and no postal area leads there. Each side locks the
-- office, so that a file and the closing of its office cannot pass each other.
create function require_serving_office() returns trigger
  language plpgsql security definer set search_path = public, pg_temp
as $$
begin
  perform from office where id = new.office_id and kind in ('office', 'servicePoint') for share;
  if not found and exists (select from office where id = new.office_id) then
    raise exception 'office % serves nobody', new.office_id
      using errcode = 'check_violation', constraint = 'office_serves';
  end if;
  return new;
end $$;
create trigger "household_office_serves" before insert or update of office_id on household
  for each row execute function require_serving_office();
create trigger "postal_area_office_serves" before insert or update of office_id on postal_area_office
  for each row execute function require_serving_office();

create function require_empty_office() returns trigger
  language plpgsql security definer set search_path = public, pg_temp
as $$
begin
  if exists (select from household where office_id = new.id)
    or exists (select from postal_area_office where office_id = new.id) then
    raise exception 'office % still serves people', new.code
      using errcode = 'check_violation', constraint = 'office_serves';
  end if;
  return new;
end $$;
create trigger "office_closes_empty" before update of kind on office
  for each row when (new.kind not in ('office', 'servicePoint') and new.kind <> old.kind)
  execute function require_empty_office();

revoke execute on function is_phone(text), require_serving_office(), require_empty_office() from public;

alter table postal_area enable row level security;
alter table postal_area_office enable row level security;
grant select on office to quinze_anonymous, quinze_contact;
grant select on postal_area, postal_area_office
  to quinze_anonymous, quinze_citizen, quinze_agent, quinze_supervisor, quinze_contact;

create policy "anonymous reads offices" on office for select to quinze_anonymous using (true);
create policy "contact reads offices" on office for select to quinze_contact using (true);
create policy "anonymous reads postal areas" on postal_area for select to quinze_anonymous using (true);
create policy "citizen reads postal areas" on postal_area for select to quinze_citizen using (true);
create policy "agent reads postal areas" on postal_area for select to quinze_agent using (true);
create policy "supervisor reads postal areas" on postal_area for select to quinze_supervisor using (true);
create policy "contact reads postal areas" on postal_area for select to quinze_contact using (true);
create policy "anonymous reads who serves an area" on postal_area_office for select to quinze_anonymous using (true);
create policy "citizen reads who serves an area" on postal_area_office for select to quinze_citizen using (true);
create policy "agent reads who serves an area" on postal_area_office for select to quinze_agent using (true);
create policy "supervisor reads who serves an area" on postal_area_office for select to quinze_supervisor using (true);
create policy "contact reads who serves an area" on postal_area_office for select to quinze_contact using (true);
