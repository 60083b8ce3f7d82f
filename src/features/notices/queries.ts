import 'server-only'
import { instantOf } from '@/domain/calendar'
import type { Instant } from '@/domain/calendar'
import { noticeState, readNotice } from '@/domain/notices/notice'
import type { Notice, NoticeKind, NoticeProblem, NoticeState } from '@/domain/notices/notice'
import type { Locale } from '@/i18n/locale'
import { withViewer } from '@/server/db'
import type { Staff } from '@/server/viewer'
import { freshFields, keptFields, typedNotice, type NoticeFields } from './fields'

/** A notice of the list, and what becomes of it. */
export type ListedNotice = Notice & {
  readonly id: string
  readonly state: NoticeState
  readonly withdrawnAt: Instant | null
}

/** The page of notices: the form as it was left, what is wrong or what it would show, and the list. */
export type NoticesPage = {
  readonly fields: NoticeFields
  readonly hasDraft: boolean
  readonly problems: readonly NoticeProblem[]
  /** The draft is right: what it would show, and the version to publish. */
  readonly ready: { readonly notice: Notice; readonly version: string } | null
  readonly notices: readonly ListedNotice[]
}

const LIST_LENGTH = 50

/** The draft of this member of staff, and the latest notices, the newest first. */
export async function getNoticesPage(viewer: Staff, locale: Locale): Promise<NoticesPage> {
  return withViewer(viewer, async ({ tx, now }) => {
    const draft = await tx.serviceNoticeDraft.findFirst({ where: { staffId: viewer.staffId } })
    const rows = await tx.serviceNotice.findMany({
      orderBy: [{ shownFrom: 'desc' }, { id: 'desc' }],
      take: LIST_LENGTH,
    })
    const notices = rows.map((row) => {
      const notice = {
        id: row.id,
        kind: row.kind as NoticeKind,
        text: { fr: row.textFr, en: row.textEn },
        shownFrom: instantOf(row.shownFrom),
        shownUntil: row.shownUntil && instantOf(row.shownUntil),
        withdrawnAt: row.withdrawnAt && instantOf(row.withdrawnAt),
      }
      return { ...notice, state: noticeState(notice, now) }
    })
    if (!draft)
      return { fields: freshFields(now, locale), hasDraft: false, problems: [], ready: null, notices }
    const fields = keptFields(draft.fields as Partial<NoticeFields>)
    const read = readNotice(typedNotice(fields), now)
    return {
      fields,
      hasDraft: true,
      problems: 'problems' in read ? read.problems : [],
      ready: 'notice' in read ? { notice: read.notice, version: draft.version } : null,
      notices,
    }
  })
}
