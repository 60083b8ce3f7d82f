import 'server-only'
import { randomBytes } from 'node:crypto'
import { dayOf, monthOf } from '@/domain/calendar'
import { problemsOfAsking } from '@/domain/privacy/request'
import { makeReceiptNumber, receiptNumberBytes } from '@/domain/statement/receipt-number'
import { storableText } from '@/domain/typed'
import type { Locale } from '@/i18n/locale'
import { paths, withQuery } from '@/i18n/paths'
import { forgetRefused, keepRefused } from '@/server/account-forms'
import { record } from '@/server/audit'
import { withViewer } from '@/server/db'
import type { Answer, Call } from '@/server/endpoint'
import { isId } from '@/server/ids'
import { keyIn } from '@/server/messages'
import type { Citizen } from '@/server/viewer'
import { LONGEST_KEPT, type AskForm, type AskNote } from './schema'

const told = (locale: Locale, note: AskNote, status = 200, more: Record<string, unknown> = {}): Answer => ({
  to: withQuery(paths.privacyRequests(locale), { told: note }),
  status,
  data: { code: note, ...more },
})

/**
 * Asks about one's own information. It goes to the office of the household, or of the last one: who left has the same
 * right. Pressed twice, it is one request; what is refused waits in its form.
 */
export async function askAboutInformation(call: Call<Citizen, AskForm>): Promise<Answer> {
  const { viewer, input, arrival, locale } = call
  const typed = { kind: input.kind, words: storableText(input.words) }
  return withViewer(viewer, async (door) => {
    if (input.intent === 'discard') {
      await forgetRefused(door, viewer, 'privacyRequest')
      return { to: paths.privacyRequests(locale), data: { code: 'discarded' } }
    }
    const keep = () =>
      keepRefused(door, viewer, 'privacyRequest', { ...typed, words: typed.words.slice(0, LONGEST_KEPT) })
    const problems = problemsOfAsking(typed)
    if (problems.length > 0) {
      await keep()
      return { to: paths.privacyRequests(locale), status: 422, data: { code: 'refused', problems } }
    }
    const household = lastHouseholdOf(viewer)
    if (!household) {
      await keep()
      return told(locale, 'no-office', 409)
    }
    const number = makeReceiptNumber(monthOf(dayOf(arrival)), randomBytes(receiptNumberBytes))
    const [made] = await door.sql<{ id: string }>(
      `insert into privacy_request (person_id, household_id, kind, words, language, receipt_number, asked_at, key)
       values ($1, $2, $3, $4, $5, $6, $7, $8) on conflict (person_id, key) do nothing returning id`,
      [
        ...[viewer.personId, household.householdId, typed.kind, typed.words.trim(), locale],
        ...[number, arrival, keyIn(input.key)],
      ],
    )
    await forgetRefused(door, viewer, 'privacyRequest')
    if (!made) return told(locale, 'sent')
    await record(door, viewer, {
      ...{ act: 'asked', subjectKind: 'privacyRequest', subjectId: made.id },
      // The trail of a household is of those who live there.
      ...(household.untilDay === null && { householdId: household.householdId }),
      details: { kind: typed.kind },
    })
    const payload = { privacyRequestId: made.id }
    await door.tx.outbox.createMany({ data: [{ kind: 'receipt', personId: viewer.personId, payload }] })
    return told(locale, 'sent', 201, { id: made.id, receiptNumber: number })
  })
}

/** The household they live in as an adult, or the one they left last. */
function lastHouseholdOf({ memberships }: Citizen): Citizen['memberships'][number] | undefined {
  const end = ({ untilDay }: Citizen['memberships'][number]) => untilDay ?? '9999'
  return [...memberships].sort((one, other) => (end(one) < end(other) ? 1 : -1))[0]
}

/** Takes a request back, as long as nobody answered it. Done twice, it is done. */
export async function withdrawRequest({ viewer, params, locale }: Call<Citizen, unknown>): Promise<Answer> {
  const id = params['id'] ?? ''
  const notFound: Answer = {
    to: paths.problem(locale, 'not-allowed'),
    status: 404,
    data: { code: 'not-allowed' },
  }
  if (!isId(id)) return notFound
  return withViewer(viewer, async (door) => {
    const [withdrawn] = await door.sql<{ household_id: string }>(
      `update privacy_request set withdrawn_at = app_now()
       where id = $1 and person_id = $2 and answered_at is null and withdrawn_at is null returning household_id`,
      [id, viewer.personId],
    )
    if (!withdrawn) {
      const [there] = await door.sql<{ answered: boolean }>(
        'select answered_at is not null as answered from privacy_request where id = $1 and person_id = $2',
        [id, viewer.personId],
      )
      if (!there) return notFound
      return there.answered ? told(locale, 'already-answered', 409) : told(locale, 'already-withdrawn')
    }
    const livesThere = viewer.memberships.some(
      ({ householdId, untilDay }) => householdId === withdrawn.household_id && untilDay === null,
    )
    await record(door, viewer, {
      ...{ act: 'withdrawn', subjectKind: 'privacyRequest', subjectId: id },
      ...(livesThere && { householdId: withdrawn.household_id }),
    })
    return told(locale, 'withdrawn')
  })
}
