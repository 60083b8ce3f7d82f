import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Client } from 'pg'
import { withDatabase } from '../src/setup/database.mjs'
import { inProject } from '../src/setup/places.mjs'
import { explain, Problem, say } from '../src/setup/say.mjs'
import type { Office } from '../src/domain/offices/office'
import type { PostalArea } from '../src/domain/offices/postal-code'
import { type Fault, readOffices } from '../src/server/office-files'

/** The files as they stand in the project. */
export function officeFiles(): { offices: string; postalCodes: string } {
  const read = (name: string) => readFileSync(join(inProject('prisma', 'offices'), name), 'utf8')
  return { offices: read('offices.csv'), postalCodes: read('postal-codes.csv') }
}

export type Imported = { readonly added: number; readonly changed: number; readonly removed: number }

/**
 * Loads the offices and the postal areas, all or nothing: adds what is new, changes what differs, and leaves alone what
 * is the same. An office that left the file stays, for the files it has; a postal area that left it goes.
 * @throws {Problem} with every fault of the files, or naming an office that closes and still has files
 */
export async function importOffices(ownerUrl: string, files = officeFiles()): Promise<Imported> {
  const { offices, areas, faults } = readOffices(files)
  if (faults.length > 0) throw refusal(faults)
  return withDatabase(ownerUrl, async (client: Client) => {
    await client.query('begin')
    try {
      // Two servers that start at once load one after the other.
      await client.query(`select pg_advisory_xact_lock(hashtext('quinze offices'))`)
      const counts = await load(client, offices, areas)
      await client.query('commit')
      return counts
    } catch (error) {
      await client.query('rollback')
      if ((error as { constraint?: string }).constraint !== 'office_serves') throw error
      throw new Problem(
        `${(error as Error).message}: it cannot close, nothing was loaded.`,
        'Move its households to another office first, or keep its kind in prisma/offices/offices.csv.',
      )
    }
  })
}

function refusal(faults: readonly Fault[]): Problem {
  const lines = faults.map(({ file, line, says }) => `  ${file}, line ${line}: ${says}`)
  return new Problem(
    `The offices cannot be loaded, nothing was changed.\n${lines.join('\n')}`,
    'Mend these lines in prisma/offices and run npm run import:offices again.',
  )
}

/** Each statement compares before it writes: what is the same is neither written nor counted. */
async function load(
  client: Client,
  offices: readonly Office[],
  areas: readonly PostalArea[],
): Promise<Imported> {
  const total = { added: 0, changed: 0, removed: 0 }
  const count = async (sql: string, values: readonly unknown[]) => {
    const { rows } = await client.query<{ what: keyof Imported }>(sql, [...values])
    for (const { what } of rows) total[what] += 1
  }
  const links = areas.flatMap(({ fsa, offices: codes }) =>
    codes.map((code, index) => ({ fsa, code, rank: index + 1 })),
  )
  // Links go first, so that an office may close and its areas move to another in the same load.
  await count(
    `delete from postal_area_office l using office o
     where o.id = l.office_id and not exists (
       select from jsonb_to_recordset($1) as f(fsa text, code text, rank int)
       where f.fsa = l.fsa and f.code = o.code and f.rank = l.rank)
     returning 'removed' as what`,
    [JSON.stringify(links)],
  )
  const columns = Object.entries(officeTypes).map(([name, type]) => `${columnOf(name)} ${type}`)
  const names = Object.keys(officeTypes).map(columnOf)
  const rows = offices.map((office) =>
    Object.fromEntries(Object.entries(office).map(([name, value]) => [columnOf(name), value])),
  )
  await count(
    `insert into office as o (${names.join(', ')})
     select ${names.join(', ')} from jsonb_to_recordset($1) as f(${columns.join(', ')})
     on conflict (code) do update set ${names.map((name) => `${name} = excluded.${name}`).join(', ')}
     where (${names.map((name) => `o.${name}`).join(', ')}) is distinct from
       (${names.map((name) => `excluded.${name}`).join(', ')})
     returning case when xmax = 0 then 'added' else 'changed' end as what`,
    [JSON.stringify(rows)],
  )
  await count(`delete from postal_area where fsa <> all ($1) returning 'removed' as what`, [
    areas.map(({ fsa }) => fsa),
  ])
  await count(
    `insert into postal_area as a (fsa, city, region_code, confidence)
     select fsa, city, "regionCode", confidence
     from jsonb_to_recordset($1) as f(fsa text, city text, "regionCode" text, confidence text)
     on conflict (fsa) do update set city = excluded.city, region_code = excluded.region_code,
       confidence = excluded.confidence
     where (a.city, a.region_code, a.confidence) is distinct from
       (excluded.city, excluded.region_code, excluded.confidence)
     returning case when xmax = 0 then 'added' else 'changed' end as what`,
    [JSON.stringify(areas)],
  )
  await count(
    `insert into postal_area_office (fsa, office_id, rank)
     select f.fsa, o.id, f.rank from jsonb_to_recordset($1) as f(fsa text, code text, rank int)
     join office o on o.code = f.code
     on conflict (fsa, office_id) do nothing returning 'added' as what`,
    [JSON.stringify(links)],
  )
  return total
}

/** Who replaced a former centre is for the public, who reads the files (src/server/offices.ts). */
const officeTypes: Record<Exclude<keyof Office, 'replacedBy'>, string> = {
  ...{ code: 'text', kind: 'text', nameFr: 'text', nameEn: 'text', regionCode: 'text', address: 'text' },
  ...{ city: 'text', postalCode: 'text', phone: 'text', tollFree: 'text', fax: 'text', delegatedTo: 'text' },
  ...{ latitude: 'float8', longitude: 'float8' },
}

const columnOf = (name: string) => name.replaceAll(/[A-Z]/g, (capital) => `_${capital.toLowerCase()}`)

if (process.argv[1]?.endsWith('import-offices.ts')) {
  try {
    const url = process.env['DATABASE_OWNER_URL']
    if (!url)
      throw new Problem(
        'No database is named.',
        'Give DATABASE_OWNER_URL: the owner of the database to load.',
      )
    const { added, changed, removed } = await importOffices(url)
    say(`Offices and postal areas: ${added} added, ${changed} changed, ${removed} removed.`)
  } catch (error) {
    explain(error)
    process.exit(1)
  }
}
