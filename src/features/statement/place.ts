import type { Month } from '@/domain/calendar'
import type { JourneyPage } from '@/domain/statement/journey'
import type { Locale } from '@/i18n/locale'
import { paths } from '@/i18n/paths'
import type { Citizen } from '@/server/viewer'
import type { StatementKind } from './household'

/*
 * Where the pages and the forms of a file stand. They are one set of pages: the person's own under their file, and the
 * same in the hands of the staff, under the session of help.
 */

/** The addresses of one file. */
export type Place = {
  /** Where one comes back to. */
  readonly home: (locale: Locale) => string
  readonly statement: (locale: Locale, month: Month, page: JourneyPage) => string
  readonly change: (locale: Locale, page: JourneyPage) => string
  readonly receipt: (locale: Locale, id: string) => string
  /** What the addresses of the forms begin with. */
  readonly api: string
}

const own: Place = {
  home: paths.file,
  statement: (locale, month, page) =>
    ({ start: paths.statement, questions: paths.statementQuestions, verification: paths.statementReview })[
      page
    ](locale, month),
  change: (locale, page) =>
    ({ start: paths.change, questions: paths.changeQuestions, verification: paths.changeReview })[page](
      locale,
    ),
  receipt: paths.receipt,
  api: '/api',
}

const assisted = (session: string): Place => ({
  home: (locale) => paths.assistedFile(locale, session),
  statement: (locale, month, page) =>
    ({
      start: paths.assistedStatement,
      questions: paths.assistedQuestions,
      verification: paths.assistedReview,
    })[page](locale, session, month),
  change: (locale, page) =>
    ({
      start: paths.assistedChange,
      questions: paths.assistedChangeQuestions,
      verification: paths.assistedChangeReview,
    })[page](locale, session),
  receipt: (locale, id) => paths.assistedReceipt(locale, session, id),
  api: `/api/assisted/${session}`,
})

/** Where a viewer's pages stand. */
export const placeOf = (viewer: Citizen): Place => (viewer.assisted ? assisted(viewer.assisted.id) : own)

type About = { readonly place: Place; readonly kind: StatementKind; readonly month: Month }

/** Where a page of a statement or a change stands. */
export const pagePath = ({ place, kind, month }: About, locale: Locale, page: JourneyPage): string =>
  kind === 'change' ? place.change(locale, page) : place.statement(locale, month, page)

/** Where the forms of a statement or a change are sent. */
export const formAddress = ({ place, kind, month }: About, what: 'draft' | 'submission'): string =>
  kind === 'change' ? `${place.api}/changes/${what}` : `${place.api}/statements/${month}/${what}`

/** Which version of the draft a page shows: what another hand wrote since is not overwritten by its forms. */
export const draftVersion = ({ draft }: { readonly draft: { readonly version: number } | null }): string =>
  String(draft?.version ?? 0)
