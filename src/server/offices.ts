import 'server-only'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Office, Offered } from '@/domain/offices/office'
import { candidatesFor, type PostalArea } from '@/domain/offices/postal-code'
import { readOffices } from './office-files'

/** The service network, former centres included, and the postal areas it serves. */
export type OfficeDirectory = {
  readonly offices: readonly Office[]
  readonly areas: readonly PostalArea[]
}

let kept: OfficeDirectory | undefined

/**
 * The network, as the files of `prisma/offices` have it: reference data that changes with a release, so it is read once
 * and the database is not asked (decisions/offices-are-reference-data.md).
 * @throws when a file has a fault; setup, which loads the same files, refuses it before
 */
export function officeDirectory(): OfficeDirectory {
  if (kept) return kept
  const read = (name: string) => readFileSync(join(process.cwd(), 'prisma', 'offices', name), 'utf8')
  const { offices, areas, faults } = readOffices({
    offices: read('offices.csv'),
    postalCodes: read('postal-codes.csv'),
  })
  if (faults.length > 0) throw new Error(`The offices cannot be read: ${JSON.stringify(faults[0])}`)
  return (kept = { offices, areas })
}

/** The offices that people of a postal area may be sent to, most likely first; none when the area is not known. */
export function officesOf(area: string): Offered<Office>[] {
  const { areas, offices } = officeDirectory()
  return candidatesFor(area, areas, offices)
}
