import { describe, expect, test } from 'vitest'
import type { Owner } from '../../prisma/builders'
import { mayEverSee, type Secret, type ViewerName, viewerNames } from '../support/probe-markers'
import { type Report, runMatrix } from '../support/probe-matrix'
import { routesOnDisk, routeTable } from '../support/probe-routes'
import { openProbeSite } from '../support/probe-site'
import { withoutDefences } from '../support/without-defences'

/*
 * Numbered cases, before the code:
 *   M-00 a route file without an entry fails, and an entry without a file too
 *   M-01 no viewer is ever answered a byte of someone else's, in a body or a header
 *   M-02 no request changes, adds or removes a row its viewer may not write
 *   M-03 someone else's file answers like one that does not exist, byte for byte; nothing answers 5xx; one's own
 *        is shown
 *   M-04 every viewer is shown every kind of thing that is theirs: refusing everyone would prove nothing
 *   M-05 the same with the application's own scope replaced by one that lets everything pass
 *   M-07 a row changed behind a viewer's back is seen too
 *   M-08 with the wall of applications taken down, the matrix sees another's files, read and written
 *   M-06 with that, and the wall of two tables taken down, the matrix sees foreign bytes: it can fail
 */
const thorough = process.env['QUINZE_TEST_LENGTH'] === 'long'
const time = thorough ? 7_200_000 : 3_600_000

type Case = {
  readonly title: string
  readonly variant?: Parameters<typeof openProbeSite>[0]
  readonly options?: Parameters<typeof runMatrix>[3]
  readonly arrange?: (owner: Owner) => Promise<unknown>
}

async function probe({ title, variant, options, arrange }: Case): Promise<Report> {
  const site = await openProbeSite(variant)
  try {
    await arrange?.(site.world.owner)
    const report = await runMatrix(site.world, site.prober, site.server.url, { thorough, ...options })
    process.stdout.write(`${title}: ${report.probes} probes\n`)
    if (report.wrongAnswers.some((line) => line.endsWith(': a failure')))
      process.stdout.write(site.server.log())
    return report
  } finally {
    await site.close()
  }
}

test('M-00 every route file has its entry in the table of probes', () => {
  expect(Object.keys(routeTable).sort()).toEqual(routesOnDisk())
})

describe('the matrix of viewers, routes and representations', () => {
  test(
    'M-01 to M-04 both walls',
    async () => {
      const report = await probe({ title: 'Both walls' })
      holds(report)
      showsEach(report)
      // Whoever asks has a session; whoever tries a proof is counted, and after many from one address waits for a code.
      // What a beginning writes is left out: anyone may, and after thirty a minute from one address the next is to wait.
      const left = /^(auth\.(session|attempt|one_time_code)|published_figures|demo_clock)$/
      const wrote = (name: ViewerName) =>
        [...report.wrote.get(name)!].filter((one) => !left.test(one) && !begun.includes(one)).sort()
      expect.soft(Object.fromEntries(viewerNames.map((name) => [name, wrote(name)]))).toEqual(writers)
      expect.soft([...report.wrote.values()].some((tables) => tables.has('auth.one_time_code'))).toBe(true)
    },
    time,
  )

  test(
    'M-05 the wall of the database alone',
    async () => {
      // The application's own wall is what M-01 tries in every shape; here what comes from the rows is the same in each.
      const options = { byTurns: !thorough }
      holds(await probe({ title: 'The wall of the database alone', variant: withoutDefences(), options }))
    },
    time,
  )

  test(
    'M-06 without both, the matrix sees it',
    async () => {
      const seers = ['recipient', 'spouse', 'former', 'other', 'otherAgent'] as const
      const others = ['anonymous', 'expired', 'worker'] as const
      const report = await probe({
        title: 'Control, without walls',
        variant: withoutDefences(),
        options: { only: /recus|declarations/, turns: 2, viewers: [...seers, ...others] },
        arrange: async (owner) => {
          await owner.$executeRawUnsafe('alter table filing disable row level security')
          await owner.$executeRawUnsafe('alter table household disable row level security')
        },
      })
      const leaked = (name: ViewerName) =>
        report.foreignBytes.filter((line) => line.startsWith(`${name} `)).length
      for (const name of seers) expect(leaked(name), name).toBeGreaterThan(0)
      for (const name of others) expect(leaked(name), name).toBe(0)
      expect(report.wrongAnswers.filter((line) => line.includes('not what is said')).length).toBeGreaterThan(
        10,
      )
    },
    time,
  )

  test(
    'M-07 a row changed behind a viewer’s back, the matrix sees it',
    async () => {
      const report = await probe({
        title: 'Control, with a meddling trigger',
        options: { only: /changes.draft/, viewers: ['anonymous', 'recipient'] },
        arrange: async (owner) => {
          await owner.$executeRawUnsafe(
            `create function meddle() returns trigger language plpgsql security definer as 'begin
               update public.expected_payment set total_cents = total_cents + 1
               where household_id <> new.household_id; return new; end'`,
          )
          await owner.$executeRawUnsafe(
            'create trigger meddle after update on statement_draft for each row execute function meddle()',
          )
        },
      })
      const meddled = report.foreignWrites.filter((line) =>
        /^recipient .*"table":"expected_payment"/.test(line),
      )
      expect(meddled).toHaveLength(4)
      expect(report.foreignWrites).toEqual(meddled)
    },
    time,
  )

  test(
    'M-08 without the wall of applications, the matrix sees it',
    async () => {
      const seers = ['applicant', 'applicantSpouse'] as const
      // Another's documents are behind the product's own wall too.
      const others = [
        ...(['anonymous', 'applicantOther', 'applicantExpired', 'recipient', 'other', 'agent'] as const),
      ]
      const report = await probe({
        title: 'Control, applications without their wall',
        options: {
          only: /demande\/question|application\/(documents|uploads)\/\[id\]$/,
          turns: 2,
          viewers: [...seers, ...others],
        },
        arrange: async (owner) => {
          for (const table of ['application_draft', 'document', 'upload'])
            await owner.$executeRawUnsafe(`alter table ${table} disable row level security`)
        },
      })
      const leaked = (name: ViewerName, what: RegExp) =>
        report.foreignBytes.filter((line) => line.startsWith(`${name} `) && what.test(line)).length
      for (const name of seers) expect(leaked(name, /documents/), name).toBeGreaterThan(0)
      // Of the spouse's draft nothing shows even so: once they have come, the applicant's pages ask nothing of it.
      for (const name of others) expect(leaked(name, /./), name).toBe(0)
      expect(report.foreignWrites.some((line) => /^applicantOther .*"table":"upload"/.test(line))).toBe(true)
    },
    time,
  )
})

const account = ['account_form', 'contact', 'contact_change', 'person']
const moves = ['account_change', 'account_freeze', 'account_freeze_link']
/** What anyone writes who fills in a form: where they were mistaken, and what the office is to look at. */
const filed = ['audit', 'filing', 'form_mistake', 'outbox', 'statement_draft', 'task', 'task_event']
const asked = ['closing_request', 'message', 'privacy_request', 'review_request']
const filer = [...account, ...moves, ...filed, ...asked, 'expected_payment']
const register = ['incident', 'incident_version', 'staff_form']
const desk = ['admission', 'audit', 'auth.access_code', 'message', 'note', 'outbox', 'task', 'task_event']
const applicant = ['auth.application_key', 'document_answer', 'form_mistake', 'upload']
const sent = [...applicant, 'message', 'review_request', 'task', 'task_event']

/** The tables each viewer writes. */
const writers: Readonly<Record<ViewerName, readonly string[]>> = sorted({
  anonymous: [],
  expired: ['parked_submission'],
  recipient: [...filer, 'filing_confirmation', 'parked_submission'],
  spouse: [...account, ...filed, ...asked, 'auth.access_code'],
  former: [
    ...account,
    ...moves,
    ...filed,
    ...['auth.access_code', 'closing_request', 'expected_payment', 'message', 'privacy_request'],
  ],
  // Alone, without a file: an account all the same.
  formerAlone: [...account, 'audit', 'outbox', 'privacy_request'],
  other: filer,
  // They lift freezes, extend a limit and help a person file. Of a file whose closing its people asked for before, their
  // form alone is kept.
  agent: [
    ...[...desk, 'account_freeze', 'expected_payment', 'filing', 'filing_extension', 'staff_form'],
    'statement_draft',
  ],
  otherAgent: [...desk, 'account_freeze', 'decision_notice', 'filing_extension', 'staff_form'],
  // Who helps people sign in leaves the trail of it, and nothing else.
  contact: ['audit'],
  // The agent has lifted the freezes before. Notices are a supervisor's alone.
  supervisor: [...desk, ...register, 'service_notice', 'service_notice_draft'],
  auditor: ['audit'],
  representative: filed,
  reader: [],
  revoked: [],
  signedOut: [],
  worker: [],
  applicant: sent,
  applicantSpouse: [...sent, 'application_confirmation', 'audit'],
  // Nothing that was not sent is written about with the office.
  applicantOther: applicant,
  applicantExpired: ['application_parked'],
})

function sorted<Name extends string>(of: Readonly<Record<Name, readonly string[]>>) {
  const lists = Object.entries<readonly string[]>(of).map(([name, list]) => [name, [...list].sort()])
  return Object.fromEntries(lists) as Record<Name, string[]>
}

/** The tables anyone writes who begins an application. */
const begun = [
  'application',
  'application_adult',
  'application_draft',
  'application_event',
  'auth.application_session',
]

/**
 * Staff without a page of their own yet: nothing shows them anything, not even their name. And letters spent on the way,
 * and whose right it is to ask for a review: that names addresses, not words.
 */
const without: readonly Secret[] = [
  ...(['staffContact', 'staffAuditor', 'letterSpouse', 'letterFormer'] as const),
  ...(['mayAskHome', 'mayAskOther'] as const),
]

/** Each is told, whatever the others say: a walk takes minutes. */
function holds(report: Report): void {
  expect.soft(report.foreignBytes.slice(0, 20)).toEqual([])
  expect.soft(report.foreignWrites.slice(0, 20)).toEqual([])
  expect.soft(report.wrongAnswers.slice(0, 20)).toEqual([])
  expect.soft(report.probes).toBeGreaterThan(4_000)
}

/** Refusing everyone would prove nothing. */
function showsEach(report: Report): void {
  const unseen = (Object.keys(mayEverSee) as Secret[])
    .filter((secret) => !without.includes(secret))
    .flatMap((secret) => mayEverSee[secret].map((name: ViewerName) => ({ name, secret })))
    .filter(({ name, secret }) => !report.shown.get(name)!.has(secret))
  expect.soft(unseen).toEqual([])
}
