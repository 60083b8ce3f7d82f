import type { NoticeKind } from '@/domain/notices/notice'
import type { Locale } from '@/i18n/locale'
import { textsOf } from '@/i18n/texts'
import { publicState } from '@/server/public-state'
import { Notice } from '@/ui/Notice'
import { NoticeBand } from '@/ui/NoticeBand'

/** What the service tells everyone now: planned work, an outage, more time, something to know. */
export async function ServiceNotices({ locale }: { readonly locale: Locale }) {
  const { notices } = await publicState()
  if (notices.length === 0) return null
  return (
    <NoticeBand label={textsOf(locale, 'notices')('label')}>
      {notices.map(({ id, kind, text }) => (
        <ServiceNotice key={id} locale={locale} kind={kind} text={text[locale]} />
      ))}
    </NoticeBand>
  )
}

const looks = { outage: 'error', plannedWork: 'warning', extension: 'success', information: 'info' } as const

/** One notice, as every page shows it. */
export function ServiceNotice(props: {
  readonly locale: Locale
  readonly kind: NoticeKind
  readonly text: string
}) {
  const { locale, kind, text } = props
  return (
    <Notice kind={looks[kind]} title={textsOf(locale, 'notices')(`kind.${kind}`)} asideOfHeadings>
      <p>{text}</p>
    </Notice>
  )
}
