import 'server-only'
import { randomUUID } from 'node:crypto'
import { cookies } from 'next/headers'
import { type UrgentNeed, urgentNeedsIn } from '@/domain/application/urgent'
import type { Draft } from '@/domain/draft'
import type { Locale } from '@/i18n/locale'
import { paths } from '@/i18n/paths'
import { currentApplicant } from '@/server/applicant'
import { openShownCode, type ShownCode, shownCodeName } from '@/server/application-keys'
import { withViewer } from '@/server/db'
import { env } from '@/server/env'
import { type Applicant, currentViewer, formKeyOf, isCitizen, may } from '@/server/viewer'

/** What the form that begins an application needs. */
export type StartProps = {
  readonly startKey: string
  readonly mayAttach: boolean
  readonly formKey: string | undefined
}
export type StartPage = {
  readonly start: StartProps
  /** This browser is at an application already. */
  readonly isOpen: boolean
}

/** What the way in shows: whether someone is signed in, and whether an application is open here. */
export async function readStart(): Promise<StartPage> {
  const { viewer } = await currentApplicant()
  return { start: await readStartForm(), isOpen: viewer.role === 'applicant' }
}

/** A new key for each drawing of the form that begins. */
export async function readStartForm(): Promise<StartProps> {
  const { viewer } = await currentViewer()
  const citizen = isCitizen(viewer) ? viewer : null
  return {
    startKey: randomUUID(),
    mayAttach: citizen !== null && may(citizen, 'application:attach'),
    formKey: citizen ? formKeyOf(citizen) : undefined,
  }
}

export type NowPage = { readonly needs: readonly UrgentNeed[]; readonly hasAccount: boolean }

/** What the viewer said is urgent. It is read from their own part, which the other adult does not have. */
export async function getNow(viewer: Applicant): Promise<NowPage> {
  const rows = await withViewer(viewer, ({ sql }) =>
    sql<{ fields: Draft }>('select fields from application_draft where application_id = $1 and part = $2', [
      viewer.applicationId,
      viewer.adult,
    ]),
  )
  const name = viewer.adult === 'spouse' ? 'spouse.urgentNeeds' : 'urgentNeeds'
  return { needs: urgentNeedsIn(rows[0]?.fields[name] ?? null), hasAccount: viewer.accountId !== null }
}

export type CodePage = {
  /** The code just made here; null when there is none to show. */
  readonly shown: ShownCode | null
  /** An account opens it, and no code. */
  readonly attached: boolean
  /** The form key of the account that is signed in here too; null when there is none. */
  readonly accountKey: string | null
  readonly shared: boolean
  /** The whole address of the page one comes back to, as it is copied from paper. */
  readonly address: string
}

/** What the page of one's code shows. */
export async function getCode(viewer: Applicant, locale: Locale): Promise<CodePage> {
  const typed = (await cookies()).get(shownCodeName())?.value
  const now = await withViewer(viewer, async (door) => door.now)
  const shown = openShownCode(typed, viewer, now)
  const { viewer: signedIn } = await currentViewer()
  const account = isCitizen(signedIn) && may(signedIn, 'application:attach') ? signedIn : null
  return {
    shown: shown?.of === viewer.adult ? shown : null,
    attached: viewer.accountId !== null,
    accountKey: account ? formKeyOf(account) : null,
    shared: viewer.shared,
    address: env().origin + paths.applicationResume(locale),
  }
}
