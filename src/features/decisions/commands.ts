import 'server-only'
import type { Locale } from '@/i18n/locale'
import { paths } from '@/i18n/paths'
import { textsOf } from '@/i18n/texts'
import { record } from '@/server/audit'
import { withViewer, type Door } from '@/server/db'
import type { Answer, Call } from '@/server/endpoint'
import { isId } from '@/server/ids'
import { makePdf } from '@/server/pdf'
import type { Applicant, Citizen, Staff } from '@/server/viewer'
import { readCopy, sendNoticeOf } from './leaving-commands'
import { writeNotice } from './notice'
import { noticeDocument } from './notice-document'
import { readApplicationDecision, readDecision, type DecisionPage } from './queries'

type Copy = { readonly storageKey: string; readonly digest: Buffer }
type Found = { readonly page: DecisionPage; readonly copy: Copy | null }

const missing = (locale: Locale): Answer => ({
  to: paths.problem(locale, 'not-allowed'),
  status: 404,
  data: { code: 'not-allowed' },
})

/** Gives a person the copy of a decision as it left. One they may not read is one that does not exist. */
export async function downloadDecision({ viewer, params, locale }: Call<Citizen, unknown>): Promise<Answer> {
  const id = params['id'] ?? ''
  const find = async (door: Door) => {
    const page = await readDecision(door, viewer, id)
    const copy = page && (await copyOf(door, 'n.person_id = $2', [id, viewer.personId]))
    return page && { page, copy }
  }
  const found = await findCopy(id, (look) => withViewer(viewer, look), find)
  return found ? file(found, locale, paths.decision(locale, id), null) : missing(locale)
}

/** The same for an adult of an application. */
export async function downloadApplicationDecision({
  viewer,
  params,
  locale,
}: Call<Applicant, unknown>): Promise<Answer> {
  const id = params['id'] ?? ''
  const find = async (door: Door) => {
    const page = await readApplicationDecision(door, viewer, id)
    const copy = page && (await copyOf(door, 'n.adult = $2', [id, viewer.adult]))
    return page && { page, copy }
  }
  const found = await findCopy(id, (look) => withViewer(viewer, look), find)
  return found ? file(found, locale, paths.applicationDecision(locale, id), viewer.adult) : missing(locale)
}

/** A decision that may be read and has no copy yet leaves now: what is given is what is kept. */
async function findCopy(
  id: string,
  open: (look: (door: Door) => Promise<Found | null>) => Promise<Found | null>,
  find: (door: Door) => Promise<Found | null>,
): Promise<Found | null> {
  if (!isId(id)) return null
  const found = await open(find)
  if (!found || found.copy) return found
  await sendNoticeOf(id)
  return open(find)
}

async function copyOf({ sql }: Door, whose: string, values: readonly string[]): Promise<Copy | null> {
  const [copy] = await sql<Copy>(
    `select n.storage_key as "storageKey", n.digest from decision_notice n where n.decision_id = $1 and ${whose}`,
    values,
  )
  return copy ?? null
}

async function file({ page, copy }: Found, locale: Locale, to: string, adult: Applicant['adult'] | null) {
  const number = page.data.number ?? ''
  const name = `${textsOf(locale, 'decisions')('copy.fileName')}-${number}.pdf`
  // Who came to the household since, or acts for the person, has no copy of their own: the same notice is made for them.
  const body = copy
    ? await readCopy(copy)
    : await makePdf('sent', noticeDocument(writeNotice(page.data, { locale, adult }), locale, number))
  return { to, file: { name, type: 'application/pdf', body } }
}

/** Gives the office a copy as it left, and writes the look in the trail. */
export async function downloadNotice({ viewer, params, locale }: Call<Staff, unknown>): Promise<Answer> {
  const id = params['id'] ?? ''
  if (!isId(id)) return missing(locale)
  const found = await withViewer(viewer, async (door) => {
    const [row] = await door.sql<
      Copy & { number: string; decisionId: string; householdId: string | null; language: Locale }
    >(
      `select n.storage_key as "storageKey", n.digest, n.language, d.number, d.id as "decisionId",
         d.household_id as "householdId"
       from decision_notice n join decision d on d.id = n.decision_id join task t on t.id = d.task_id
       where n.id = $1 and t.office_id = $2`,
      [id, viewer.officeId],
    )
    if (row) await record(door, viewer, lookAt(row.householdId))
    return row
  })
  if (!found) return missing(locale)
  const name = `${textsOf(found.language, 'decisions')('copy.fileName')}-${found.number}.pdf`
  const to = paths.officeDecision(locale, found.decisionId)
  return { to, file: { name, type: 'application/pdf', body: await readCopy(found) } }
}

/** A look at a household's decision; that of an application has no household to show it. */
const lookAt = (householdId: string | null) =>
  householdId
    ? ({ act: 'looked', subjectKind: 'household', subjectId: householdId, householdId } as const)
    : ({ act: 'looked', subjectKind: 'application' } as const)

/** A notice on paper was printed: it leaves the list of those that wait. */
export async function notePrintedNotice({ viewer, params, locale }: Call<Staff, unknown>): Promise<Answer> {
  const id = params['id'] ?? ''
  const list = paths.officeLetters(locale)
  const gone: Answer = { to: `${list}?note=notice-gone`, status: 404, data: { code: 'gone' } }
  if (!isId(id)) return gone
  return withViewer(viewer, async (door) => {
    const [row] = await door.sql<{ personId: string | null; householdId: string | null }>(
      `update decision_notice n set printed_at = app_now(), printed_by = $2
       from decision d join task t on t.id = d.task_id
       where n.id = $1 and d.id = n.decision_id and t.office_id = $3 and n.delivery <> 'portal' and n.printed_at is null
       returning n.person_id as "personId", d.household_id as "householdId"`,
      [id, viewer.staffId, viewer.officeId],
    )
    if (!row) return gone
    await record(door, viewer, {
      act: 'printed',
      subjectKind: 'letter',
      subjectId: id,
      ...(row.householdId ? { householdId: row.householdId } : {}),
    })
    return { to: `${list}?note=notice-printed`, data: { code: 'printed' } }
  })
}
