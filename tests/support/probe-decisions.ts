import { createHash, randomBytes } from 'node:crypto'
import { join } from 'node:path'
import type { Owner } from '../../prisma/builders'
import { month } from '@/domain/calendar'
import { decisionNumberBytes, makeDecisionNumber } from '@/domain/decision/number'
import { locales, type Locale } from '@/i18n/locale'
import { paths } from '@/i18n/paths'
import { keyOf } from '@/server/keys'
import { localDisk } from '@/server/storage'
import { dataFolder } from '../../src/setup/places.mjs'
import { readSecrets } from '../../src/setup/secrets.mjs'
import { inPieces, pdfSaying } from './files'
import type { ProbeApplications } from './probe-applications'
import type { Markers, Secret } from './probe-markers'
import type { Address, RouteEntry } from './probe-routes'

/** A decision that has left: of a household, or of an application. */
export type ProbeDecision = {
  readonly id: string
  readonly number: string
  readonly secret: Secret
  readonly ofApplication: boolean
}
/** A notice on paper that waits for the printer. `spent`: it may be printed on the way. */
export type ProbeNotice = {
  readonly id: string
  readonly number: string
  readonly secret: Secret
  readonly spent: boolean
}
export type ProbeDecisions = {
  readonly decisions: readonly ProbeDecision[]
  readonly notices: readonly ProbeNotice[]
}

type Filed = { readonly id: string; readonly secret: Secret }

/** Whose filing each decision is about; the household's of its time, or what one adult told in private. */
const decided: readonly Secret[] = [
  'firstCouple',
  'secondCouple',
  'alone',
  'homeNow',
  'privateRecipient',
  'privateSpouse',
  'privateFormer',
  'otherHome',
  'formerHome',
  'farHome',
]

/** Decisions on filings and on an application, each with a marker in its words; two of them wait on paper. */
export async function addDecisions(
  owner: Owner,
  markers: Markers,
  of: {
    readonly filings: readonly Filed[]
    readonly applications: ProbeApplications
    readonly near: string
    readonly far: string
    readonly isFar: (secret: Secret) => boolean
  },
): Promise<ProbeDecisions> {
  const decisions: ProbeDecision[] = []
  const disk = localDisk(
    join(dataFolder('test'), 'files'),
    keyOf(readSecrets(dataFolder('test'))['session']!, 'file'),
  )
  const notices: ProbeNotice[] = []
  const decide = async (secret: Secret, task: string, by: string, at: string, person: string | null) => {
    const number = makeDecisionNumber(month('2026-11'), randomBytes(decisionNumberBytes))
    const [row] = await owner.$queryRawUnsafe<{ id: string }[]>(
      `insert into decision (number, task_id, household_id, application_id, outcome, reasons, words, language,
         wording_version, decided_by, decided_at, leaves_at, left_at, person_id)
       select $1, t.id, t.household_id, t.application_id, 'refused', '[{"code": "notResident"}]', $3, 'fr', '2026-11',
         $4::uuid, $5::timestamptz, $5::timestamptz, $5::timestamptz, $6::uuid
       from task t where t.id = $2::uuid returning id::text as id`,
      number,
      task,
      markers.word(secret),
      by,
      at,
      person,
    )
    markers.learn(number, secret)
    decisions.push({ id: markers.learn(row!.id, secret), number, secret, ofApplication: false })
    return { id: row!.id, number }
  }
  for (const secret of decided) {
    const filing = of.filings.find((one) => one.secret === secret)!
    // What was filed long ago opens none by itself: it was looked at in its time.
    await owner.$queryRaw`
      select open_task(case f.kind when 'statement' then 'statement' else 'change' end, f.id, h.office_id, h.id,
        null, f.month, 5::smallint, null)::text
      from filing f join household h on h.id = f.household_id where f.id = ${filing.id}::uuid`
    const task = await owner.task.findFirstOrThrow({ where: { subjectId: filing.id } })
    const { kind, filedByPerson, forPerson, receivedAt } = await owner.filing.findUniqueOrThrow({
      where: { id: filing.id },
    })
    const person = kind === 'privateChange' ? (forPerson ?? filedByPerson) : null
    const by = of.isFar(secret) ? of.far : of.near
    const { id, number } = await decide(secret, task.id, by, receivedAt.toISOString(), person)
    if (secret !== 'otherHome' && secret !== 'farHome') continue
    const copy = pdfSaying(number)
    const storageKey = `notices/${id}`
    await disk.put(storageKey, inPieces(copy))
    const digest = new Uint8Array(createHash('sha256').update(copy).digest())
    const notice = await owner.decisionNotice.create({
      data: {
        ...{ decisionId: id, personId: filedByPerson!, name: markers.word(secret), language: 'fr' },
        ...{ delivery: 'mail', storageKey, digest, bytes: copy.length },
      },
    })
    notices.push({ id: markers.learn(notice.id, secret), number, secret, spent: secret === 'farHome' })
  }
  const { id: application, secret } = of.applications.applications[0]!
  const task = await owner.task.findFirstOrThrow({ where: { applicationId: application } })
  const { id, number } = await decide(secret, task.id, of.near, '2026-11-09T15:00:00Z', null)
  decisions.splice(-1, 1, { id, number, secret, ofApplication: true })
  return { decisions, notices }
}

const nothing = '01990000-0000-7000-8000-000000000000'

const each = (
  things: readonly { readonly id: string; readonly number: string; readonly secret: Secret }[],
  link: (locale: Locale, id: string) => string,
): Address[] =>
  things.flatMap(({ id, number, secret }) =>
    locales.map((locale) => ({
      path: link(locale, id),
      secret,
      proof: number,
      missing: link(locale, nothing),
    })),
  )

/** How the pages and the copies of decisions are probed. What is told in private has proofs of its own, DL-08. */
export const decisionRoutes: Readonly<Record<string, RouteEntry>> = {
  '/[locale]/mon-dossier/decisions': {
    audience: 'citizen',
    read: () => locales.map((locale) => ({ path: paths.decisions(locale) })),
  },
  '/[locale]/mon-dossier/decisions/[id]': {
    audience: 'citizen',
    read: ({ decisions: { decisions } }) =>
      each(
        decisions.filter(({ ofApplication }) => !ofApplication),
        paths.decision,
      ),
  },
  '/[locale]/demande/decisions/[id]': {
    audience: 'applicant',
    read: ({ decisions: { decisions } }) =>
      each(
        decisions.filter(({ ofApplication }) => ofApplication),
        paths.applicationDecision,
      ),
  },
  '/[locale]/bureau/decisions/[id]': {
    audience: 'reviewer',
    read: ({ decisions: { decisions } }) => each(decisions, paths.officeDecision),
  },
  '/[locale]/bureau/lettres/avis/[id]': {
    audience: 'reviewer',
    read: ({ decisions: { notices } }) =>
      each(
        notices.filter(({ spent }) => !spent),
        paths.officeNoticeLetter,
      ),
  },
  '/api/decisions/[id]/pdf': {
    audience: 'citizen',
    read: ({ decisions: { decisions } }) =>
      decisions
        .filter(({ ofApplication }) => !ofApplication)
        .map(({ id, number, secret }) => ({
          path: `/api/decisions/${id}/pdf?language=fr`,
          secret,
          proof: number,
          missing: `/api/decisions/${nothing}/pdf?language=fr`,
        })),
  },
  '/api/application/decisions/[id]/pdf': {
    audience: 'applicant',
    read: ({ decisions: { decisions } }) =>
      decisions
        .filter(({ ofApplication }) => ofApplication)
        .map(({ id, number, secret }) => ({
          path: `/api/application/decisions/${id}/pdf?language=fr`,
          secret,
          proof: number,
          missing: `/api/application/decisions/${nothing}/pdf?language=fr`,
        })),
  },
  // The copies of this world have no file: those of another office are asked for, and found by nobody.
  '/api/notices/[id]/pdf': {
    audience: 'reviewer',
    read: () => [{ path: `/api/notices/${nothing}/pdf?language=fr` }],
  },
  '/api/notices/[id]/printing': {
    audience: 'staff',
    send: ({ decisions: { notices } }) =>
      notices
        .filter(({ spent }) => spent)
        .map(({ id, secret }) => ({
          path: `/api/notices/${id}/printing`,
          secret,
          missing: `/api/notices/${nothing}/printing`,
          fields: {},
        })),
  },
}
