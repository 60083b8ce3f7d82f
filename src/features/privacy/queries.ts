import 'server-only'
import type { Instant } from '@/domain/calendar'
import { problemsOfAsking, type AskProblem } from '@/domain/privacy/request'
import { findRefused } from '@/server/account-forms'
import { withViewer } from '@/server/db'
import type { Citizen } from '@/server/viewer'
import { requestColumns, requestOf, type PrivacyRequest, type RequestRow } from './requests'

/** The page where one asks about one's own information. */
export type PrivacyPage = {
  readonly now: Instant
  /** The newest first. */
  readonly requests: readonly PrivacyRequest[]
  /** As typed, when it was refused. */
  readonly typed: { readonly kind: string; readonly words: string }
  readonly problems: readonly AskProblem[]
}

/** How many requests the page shows; the rest is in the file of one's data. */
const MOST_REQUESTS = 100

/** What this adult asked about their own information, and the form as they left it. */
export async function getPrivacyPage(viewer: Citizen): Promise<PrivacyPage> {
  return withViewer(viewer, async (door) => {
    const rows = await door.sql<RequestRow>(
      `select ${requestColumns} from privacy_request r where r.person_id = $1
       order by r.asked_at desc, r.id desc limit ${MOST_REQUESTS}`,
      [viewer.personId],
    )
    const refused = await findRefused(door, viewer, 'privacyRequest')
    const typed = { kind: refused?.['kind'] ?? '', words: refused?.['words'] ?? '' }
    return {
      now: door.now,
      requests: rows.map(requestOf),
      typed,
      problems: refused ? problemsOfAsking(typed) : [],
    }
  })
}
