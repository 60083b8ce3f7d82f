import type { Owner } from './builders'

/**
 * Lets anyone read what the demo has sent, and the codes of its letters: nobody's letter box is real there. Only the
 * demo's database has these functions; everything stays sealed, and the server opens it for the page.
 */
export async function installDemoMessages(owner: Owner): Promise<void> {
  const statements = [
    `create function demo_messages() returns table (at timestamptz, kind text, name text, channel text, payload jsonb)
       language sql stable security definer set search_path = public, pg_temp
       as $$
         select o.created_at, o.kind, p.given_name || ' ' || p.family_name, coalesce(o.sent_by, o.payload->>'channel'), o.payload
         from outbox o join person p on p.id = o.person_id order by o.id desc limit 20
       $$`,
    `create function demo_letters() returns table (name text, file_number text, birth_date text, sealed bytea)
       language sql stable security definer set search_path = public, pg_temp
       as $$
         select p.given_name || ' ' || p.family_name, a.file_number, p.birth_date, a.sealed
         from auth."access_code" a join person p on p.id = a.person_id
         where a.sealed is not null order by a.file_number, p.birth_date limit 200
       $$`,
    `revoke execute on function demo_messages(), demo_letters() from public`,
    `grant execute on function demo_messages(), demo_letters() to quinze_anonymous`,
  ]
  for (const statement of statements) await owner.$executeRawUnsafe(statement)
}
