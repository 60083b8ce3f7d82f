import type { Owner } from './builders'

/**
 * Replaces the database's clock by one that can be moved: for the demo and the tests only. A server in production
 * refuses to start on a database that has this table.
 */
export async function installMovableClock(owner: Owner): Promise<void> {
  const statements = [
    `create table demo_clock (only_row boolean primary key default true check (only_row), ahead interval not null)`,
    `insert into demo_clock (ahead) values ('0')`,
    `create or replace function app_now() returns timestamptz language sql volatile parallel safe
       security definer set search_path = public, pg_temp
       as 'select clock_timestamp() + (select ahead from demo_clock)'`,
    // The web may move it: to an instant, or back to the real time. Sessions travel along, or a jump would end them.
    `create function demo_move_clock(target timestamptz) returns void language sql volatile
       security definer set search_path = public, pg_temp
       as $$
         with jump as (
           select coalesce(target - clock_timestamp(), '0') - ahead as by from demo_clock),
         travel as (
           update auth."session" set seen_at = seen_at + jump.by, ends_at = ends_at + jump.by from jump),
         travel_too as (
           update auth."application_session" set seen_at = seen_at + jump.by, ends_at = ends_at + jump.by from jump)
         update demo_clock set ahead = ahead + jump.by from jump
       $$`,
    `revoke execute on function demo_move_clock(timestamptz) from public`,
    `grant execute on function demo_move_clock(timestamptz) to quinze_anonymous`,
  ]
  for (const statement of statements) await owner.$executeRawUnsafe(statement)
}

/** Moves the clock of a demo or test database, and tells the servers; null returns it to the real time. */
export async function moveClock(owner: Owner, to: string | null): Promise<void> {
  await owner.$executeRawUnsafe(`select demo_move_clock($1::timestamptz), pg_notify('demo_clock', '')`, to)
}
