-- What a decision on a statement or a change gives is planned once it has left, as what a review gives.

alter table "decision" add column "planned_at" timestamptz(3);
create index "decision_to_plan" on "decision" ("leaves_at")
  where planned_at is null and undone_at is null and household_id is not null and benefit is not null;

-- Plans the payments of the decisions that have left. Nothing is written when that amount is planned already, nor when
-- something was filed for the month since it was decided: the payment is then computed from it, as any other. Called
-- again, or by two processes at once, it does nothing twice.
create function plan_decided_payments() returns integer
  language plpgsql volatile security definer set search_path = public, pg_temp
as $$
declare
  done integer := 0;
  decided decision;
begin
  for decided in
    select d.* from decision d
    where d.planned_at is null and d.undone_at is null and d.household_id is not null and d.benefit is not null
      and d.leaves_at <= app_now() and d.kind in ('statement', 'change')
      and not exists (select from decision n where n.replaces = d.id and n.undone_at is null)
    order by d.leaves_at for update skip locked
  loop
    if decided.outcome in ('accepted', 'partlyAccepted') and decided.benefit ->> 'totalCents' is not null then
      insert into expected_payment (household_id, month, total_cents, benefit)
        select decided.household_id, decided.benefit ->> 'month', (decided.benefit ->> 'totalCents')::integer, decided.benefit
        where not exists (select from expected_payment e
            where e.household_id = decided.household_id and e.month = decided.benefit ->> 'month'
              and e.filing_id is not null and e.computed_at > decided.decided_at)
          and (decided.benefit ->> 'totalCents')::integer is distinct from (select e.total_cents from expected_payment e
            where e.household_id = decided.household_id and e.month = decided.benefit ->> 'month'
            order by e.computed_at desc, e.id desc limit 1);
    end if;
    update decision set planned_at = app_now() where id = decided.id;
    done := done + 1;
  end loop;
  return done;
end $$;
revoke execute on function plan_decided_payments() from public;
grant execute on function plan_decided_payments() to quinze_worker;
