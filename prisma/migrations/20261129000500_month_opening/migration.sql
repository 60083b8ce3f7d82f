-- The rules a month opened with. Who files, and until when, is derived from the rules and the facts of a household each time
-- it is asked: a household that arrives later, or changes programme, needs no row. What a month promised on its first day
-- is kept here, so that rules changed in its midst take nothing back.
create table "month_opening" (
  "month" text primary key check (is_month(month)),
  "policy" jsonb not null,
  "opened_at" timestamptz(3) not null default app_now()
);
alter table month_opening enable row level security;
grant select, insert (month, policy) on month_opening to quinze_worker;
create policy "worker reads openings of months" on month_opening for select to quinze_worker using (true);
create policy "worker opens months" on month_opening for insert to quinze_worker with check (true);
