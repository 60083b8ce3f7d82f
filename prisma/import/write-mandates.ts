import type { Client } from 'pg'
import type { PendingMandate } from './check-file'
import { adultsInPortal } from './household-in-portal'

const AT_ONCE = 500

/**
 * Enters the mandates of the lines that are in, once everyone is there. One that is there already stays as it is, also
 * revoked. `accepted` says whether a file number's own line went in, now or before. Returns how many were entered.
 */
export async function writeMandates(
  client: Client,
  mandates: readonly PendingMandate[],
  accepted: (fileNumber: string) => boolean,
): Promise<number> {
  const due = mandates.filter(({ fileNumber }) => accepted(fileNumber))
  let entered = 0
  for (let start = 0; start < due.length; start += AT_ONCE) {
    const some = due.slice(start, start + AT_ONCE)
    const numbers = some.flatMap((one) => [one.fileNumber, one.representative.fileNumber])
    const people = await adultsInPortal(client, [...new Set(numbers)])
    const rows = some.flatMap(({ fileNumber, adult, representative, ...rest }) => {
      const person = people.get(fileNumber)?.[adult - 1]
      const by = people.get(representative.fileNumber)?.[representative.adult - 1]
      return person && by ? [{ person, by, ...rest }] : []
    })
    const { rowCount } = await client.query(
      `insert into mandate (person_id, representative_id, kind, organisation, rights, from_day, until_day)
       select person, by, kind, organisation, rights, "from", "until"
       from jsonb_to_recordset($1) as r(person uuid, by uuid, kind text, organisation text, rights text[],
         "from" text, "until" text)
       where not exists (select from mandate m where m.person_id = r.person and m.representative_id = r.by
         and m.kind = r.kind and m.from_day = r."from")`,
      [JSON.stringify(rows)],
    )
    entered += rowCount ?? 0
  }
  return entered
}
