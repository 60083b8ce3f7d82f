import type { Owner } from '../../prisma/builders'
import { locales } from '@/i18n/locale'
import { paths } from '@/i18n/paths'
import type { Markers, Secret, ViewerName } from './probe-markers'
import type { Change } from './probe-rows'
import type { RouteEntry } from './probe-routes'
import type { Asker, ProbeWorld } from './probe-world'

/** A decision that left, whose people may ask for its review; and the request that was sent, if one was. */
export type ProbeReview = {
  readonly decisionId: string
  readonly number: string
  /** Who may ask. */
  readonly asks: Secret
  readonly request: { readonly id: string; readonly secret: Secret; readonly receipt: string } | null
}
type Home = { readonly householdId: string; readonly officeId: string; readonly decidedBy: string }

/**
 * Decisions on three households and one application, each with markers. Of the first household one was asked to be
 * looked at again by its recipient, one by the spouse, and another was not; of the far one, by who lives there.
 */
export async function addReviews(
  owner: Owner,
  markers: Markers,
  of: {
    readonly home: Home & { readonly recipient: string; readonly spouse: string }
    readonly other: Home
    readonly far: Home & { readonly person: string }
    readonly application: { readonly id: string; readonly officeId: string; readonly decidedBy: string }
  },
): Promise<ProbeReview[]> {
  const learn = async (secret: Secret, text: string, ...values: unknown[]) =>
    markers.learn((await owner.$queryRawUnsafe<{ id: string }[]>(text, ...values))[0]!.id, secret)
  type Subject = { officeId: string; householdId?: string; id?: string; decidedBy: string }
  const decide = async (secret: Secret, { officeId, householdId = undefined, id, decidedBy }: Subject) => {
    const number = markers.word(secret)
    const task = await learn(
      secret,
      `select open_task('missing', uuidv7(), $1::uuid, $2::uuid, $3::uuid, '2026-10', 8::smallint, null)::text as id`,
      officeId,
      householdId ?? null,
      id ?? null,
    )
    const decisionId = await learn(
      secret,
      `insert into decision (number, task_id, household_id, application_id, outcome, words, language, wording_version,
         decided_by, decided_at, leaves_at, left_at)
       values ($1, $2::uuid, $3::uuid, $4::uuid, 'refused', $5, 'fr', 'w', $6::uuid, '2026-11-02T15:00Z',
         '2026-11-02T15:30Z', '2026-11-02T15:30Z')
       returning id::text as id`,
      number,
      task,
      householdId ?? null,
      id ?? null,
      markers.word(secret),
      decidedBy,
    )
    return { decisionId, number }
  }
  const ask = async (secret: Secret, decisionId: string, { householdId }: Home, personId: string) => {
    const receipt = markers.word(secret)
    const id = await learn(
      secret,
      `insert into review_request (decision_id, household_id, person_id, words, asked_at, late, until_day,
         receipt_number, due_at)
       values ($1::uuid, $2::uuid, $3::uuid, $4, '2026-11-05T15:00Z', false, '2027-02-08', $5, '2027-02-04T04:59Z')
       returning id::text as id`,
      decisionId,
      householdId,
      personId,
      markers.word(secret),
      receipt,
    )
    return { id, secret, receipt }
  }
  const { home, other, far, application } = of
  const [first, second] = [await decide('homeNow', home), await decide('homeNow', home)]
  const [third, fourth] = [await decide('otherHome', other), await decide('farHome', far)]
  const last = await decide('applySent', application)
  const unasked = await decide('homeNow', home)
  return [
    // First: of each relation, one is enough to send.
    { ...unasked, asks: 'mayAskHome', request: null },
    {
      ...first,
      asks: 'mayAskHome',
      request: await ask('reviewRecipient', first.decisionId, home, home.recipient),
    },
    {
      ...second,
      asks: 'mayAskHome',
      request: await ask('reviewSpouse', second.decisionId, home, home.spouse),
    },
    { ...third, asks: 'mayAskOther', request: null },
    { ...fourth, asks: 'nobody', request: await ask('farHome', fourth.decisionId, far, far.person) },
    { ...last, asks: 'applySent', request: null },
  ]
}

const nothing = '01990000-0000-7000-8000-000000000000'

/** Whose the reasons become that a viewer types. */
const become: Partial<Record<ViewerName, Secret>> = {
  recipient: 'reviewRecipient',
  spouse: 'reviewSpouse',
  other: 'otherHome',
  applicant: 'applySentOwn',
  applicantSpouse: 'applySentSpouse',
}
const asking = (path: (id: string) => string) => (world: ProbeWorld, asker: Asker) =>
  world.reviews.flatMap(({ decisionId, asks }) =>
    ['save', 'send', 'withdraw'].map((intent) => ({
      path: path(decisionId),
      secret: asks,
      missing: path(nothing),
      fields: {
        intent,
        words: world.markers.word(become[asker.name] ?? 'nobody'),
        personId: world.ids.people[0]!,
        householdId: world.home,
        person_id: world.ids.people[0]!,
        late: 'false',
      },
    })),
  )

/** How the pages and the forms of reviews and admissions are probed. */
export const reviewRoutes: Readonly<Record<string, RouteEntry>> = {
  '/[locale]/mon-dossier/decisions/[id]/revision': {
    audience: 'citizen',
    read: ({ reviews }) =>
      reviews.flatMap(({ decisionId, number, asks }) =>
        locales.map((locale) => ({
          path: paths.decisionReview(locale, decisionId),
          secret: asks,
          proof: number,
          missing: paths.decisionReview(locale, nothing),
        })),
      ),
  },
  '/[locale]/demande/decisions/[id]/revision': {
    audience: 'applicant',
    read: ({ reviews }) =>
      reviews.flatMap(({ decisionId, number, asks }) =>
        locales.map((locale) => ({
          path: paths.applicationDecisionReview(locale, decisionId),
          secret: asks,
          proof: number,
          missing: paths.applicationDecisionReview(locale, nothing),
        })),
      ),
  },
  '/[locale]/bureau/revisions/[id]': {
    audience: 'reviewer',
    read: ({ reviews }) =>
      reviews.flatMap(({ request }) =>
        request === null
          ? []
          : locales.map((locale) => ({
              path: paths.officeReview(locale, request.id),
              secret: request.secret,
              proof: request.receipt,
              missing: paths.officeReview(locale, nothing),
            })),
      ),
  },
  '/[locale]/bureau/demandes/[id]/admission': {
    audience: 'reviewer',
    read: ({ applications }) =>
      applications.applications.flatMap(({ id, secret }) =>
        locales.map((locale) => ({
          path: paths.officeAdmission(locale, id),
          secret,
          missing: paths.officeAdmission(locale, nothing),
        })),
      ),
  },
  '/api/decisions/[id]/review': {
    audience: 'citizen',
    send: asking((id) => `/api/decisions/${id}/review`),
  },
  '/api/application/decisions/[id]/review': {
    audience: 'applicant',
    send: asking((id) => `/api/application/decisions/${id}/review`),
  },
  '/api/applications/[id]/admission': {
    audience: 'reviewer',
    send: ({ applications, ids }) =>
      applications.applications.map(({ id, secret }) => ({
        path: `/api/applications/${id}/admission`,
        secret,
        missing: `/api/applications/${nothing}/admission`,
        fields: {
          'person.applicant': ids.people[0]!,
          programme: 'socialAssistance',
          householdId: ids.homes[0]!,
        },
      })),
  },
}

const routes = [
  '/api/decisions/[id]/review',
  '/api/application/decisions/[id]/review',
  '/api/applications/[id]/admission',
]
/** Whether a change is of a review or an admission, or of the task that a review opens. */
export const isOfReviews = (route: string, table: string): boolean =>
  ['review_request', 'admission'].includes(table) ||
  (routes.includes(route) && ['task', 'task_event'].includes(table))

/** Whether a viewer may have caused it: a request of their own, in their own name, and the task it opens or ends. */
export function mayHaveReviewed(asker: Asker, route: string, { table, before, after }: Change): boolean {
  const rows = [before, after].filter((row) => row !== null)
  if (after === null || !routes.includes(route)) return false
  const isOwn = (row: NonNullable<typeof after>): boolean =>
    asker.visit
      ? row['application_id'] === asker.visit.applicationId
      : asker.homes.includes(String(row['household_id']))
  switch (table) {
    case 'review_request':
      return rows.every(
        (row) =>
          isOwn(row) &&
          (asker.visit ? row['adult'] === asker.visit.adult : row['person_id'] === asker.personId) &&
          !asker.forPersonId,
      )
    case 'task':
      return rows.every((row) => isOwn(row) && row['kind'] === 'review')
    case 'task_event':
      return before === null && after['staff_id'] === null
    default:
      return (
        asker.realm === 'staff' &&
        after['prepared_by'] === asker.staffId &&
        after['household_id'] === null &&
        after['plan'] === null
      )
  }
}
