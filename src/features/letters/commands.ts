import 'server-only'
import { parseInstant } from '@/domain/calendar'
import { paths } from '@/i18n/paths'
import { parseFileNumber } from '@/server/access-codes'
import { record } from '@/server/audit'
import { type Door, withViewer } from '@/server/db'
import type { Answer, Call } from '@/server/endpoint'
import { isId } from '@/server/ids'
import { visibleTo } from '@/server/scope'
import type { Citizen, Staff } from '@/server/viewer'
import { renewWith, type Renewed } from './code'
import type { Printed, Renewal, Search } from './schema'

/** Finds a file of the office by its number. Another office's is not found, like one that does not exist. */
export async function searchFile({ viewer, input, locale }: Call<Staff, Search>): Promise<Answer> {
  const fileNumber = parseFileNumber(input.fileNumber ?? '')
  const found =
    fileNumber === null
      ? undefined
      : await withViewer(viewer, async ({ sql }) => {
          const rows = await sql<{ id: string }>(
            'select id from household where office_id = $1 and compared_file_number(file_number) = $2',
            [viewer.officeId, fileNumber],
          )
          return rows[0]
        })
  if (found) return { to: paths.officeAccessCodes(locale, found.id), data: { code: 'found' } }
  const to = `${paths.officeLetters(locale)}?note=no-file`
  return { to, status: 404, data: { code: 'no-file' } }
}

/** A letter was printed: its code can never be read again. A code renewed since keeps its own letter. */
export async function notePrinted({ viewer, input, params, locale }: Call<Staff, Printed>): Promise<Answer> {
  const personId = params['id'] ?? ''
  const issuedAt = parseInstant(input.issuedAt ?? '')
  const list = paths.officeLetters(locale)
  const gone: Answer = { to: `${list}?note=gone`, status: 404, data: { code: 'gone' } }
  if (!isId(personId) || !issuedAt) return gone
  return withViewer(viewer, async (door) => {
    const [row] = await door.sql<{ household: string | null }>('select letter_printed($1, $2) as household', [
      personId,
      issuedAt,
    ])
    if (!row?.household) return gone
    await record(door, viewer, {
      act: 'printed',
      subjectKind: 'letter',
      subjectId: personId,
      householdId: row.household,
    })
    return { to: `${list}?note=printed`, data: { code: 'printed' } }
  })
}

/** Gives an adult of the office a new code, once their identity was checked. The old one is dead at once. */
export async function renewCode({ viewer, input, params, locale }: Call<Staff, Renewal>): Promise<Answer> {
  const personId = params['id'] ?? ''
  const missing: Answer = {
    to: paths.problem(locale, 'not-allowed'),
    status: 404,
    data: { code: 'not-allowed' },
  }
  if (!isId(personId)) return missing
  return withViewer(viewer, async (door) => {
    const member = await door.tx.householdMember.findFirst({
      where: { personId, role: 'adult', untilDay: null, household: visibleTo.households(viewer) },
      include: { household: true, person: true },
    })
    if (!member) return missing
    const { fileNumber, id: householdId } = member.household
    if (input.identity !== 'checked') {
      const to = `${paths.officeAccessCodes(locale, householdId)}?note=identity`
      return { to, status: 422, data: { code: 'identity' } }
    }
    const done = await renewWith({ fileNumber, birthDate: member.person.birthDate }, async (code) => {
      const [row] = await door.sql<{ done: Renewed }>('select renew_code_of($1, $2, $3, $4) as done', [
        personId,
        code.number,
        code.digest,
        code.sealed,
      ])
      return row!.done
    })
    if (done !== 'renewed') return missing
    await record(door, viewer, {
      act: 'renewed',
      subjectKind: 'accessCode',
      subjectId: personId,
      householdId,
    })
    return { to: paths.officeLetter(locale, personId), data: { code: 'renewed' } }
  })
}

/** A person asks for a new code: it leaves by letter, and is never shown here. One asked for already is on its way. */
export async function askForCode({ viewer, locale }: Call<Citizen, unknown>): Promise<Answer> {
  const to = paths.ownCode(locale)
  const done = await withViewer(viewer, (door) => renewOwn(door, viewer))
  return done === 'not-found' ? { to, status: 404, data: { code: 'no-file' } } : { to, data: { code: done } }
}

/** The same, in a transaction that is already open: over the telephone. */
export async function renewOwn(door: Door, viewer: Citizen): Promise<Exclude<Renewed, 'again'>> {
  const member = await door.tx.householdMember.findFirst({
    where: { personId: viewer.personId, untilDay: null, household: visibleTo.households(viewer) },
    include: { household: true, person: true },
  })
  if (!member) return 'not-found'
  const { household, person } = member
  const who = { fileNumber: household.fileNumber, birthDate: person.birthDate }
  const done = await renewWith(who, async (code) => {
    const [row] = await door.sql<{ done: Renewed }>('select renew_own_code($1, $2, $3) as done', [
      code.number,
      code.digest,
      code.sealed,
    ])
    return row!.done
  })
  if (done !== 'renewed') return done
  await record(door, viewer, {
    act: 'renewed',
    subjectKind: 'accessCode',
    subjectId: viewer.personId,
    householdId: household.id,
  })
  return done
}
