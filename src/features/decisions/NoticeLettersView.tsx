import { formatInstant } from '@/i18n/format'
import type { Locale } from '@/i18n/locale'
import { paths } from '@/i18n/paths'
import { textsOf } from '@/i18n/texts'
import { Notice } from '@/ui/Notice'
import { Table } from '@/ui/Table'
import { Tag } from '@/ui/Tag'
import type { WaitingNotice } from './office-queries'

/** The notices of decisions that wait for the printer, beside the letters of the office. `note` is what just happened. */
export function NoticeLettersView(props: {
  readonly locale: Locale
  readonly notices: readonly WaitingNotice[]
  readonly more: boolean
  readonly note: string | undefined
}) {
  const { locale, notices, note } = props
  const t = textsOf(locale, 'decisions.letters')
  return (
    <section aria-labelledby="notices">
      <h2 id="notices">{t('title')}</h2>
      {note === 'notice-printed' && <Notice kind="success" title={t('printed')} asideOfHeadings />}
      {note === 'notice-gone' && <Notice kind="warning" title={t('gone')} asideOfHeadings />}
      <p>
        {t('lead', { count: notices.length })} {notices.length > 0 && t('text')}
      </p>
      {notices.length > 0 && (
        <Table
          id="notices-to-print"
          caption={t('caption')}
          captionHidden
          columns={[
            { label: t('person') },
            { label: t('decision'), short: true },
            { label: t('delivery') },
            { label: t('left') },
          ]}
          rows={notices.map((waiting) => ({
            key: waiting.id,
            cells: [
              <a key="open" href={paths.officeNoticeLetter(locale, waiting.id)}>
                {waiting.name}
              </a>,
              waiting.number,
              <Tag key="delivery" kind={waiting.delivery === 'mail' ? 'neutral' : 'warning'}>
                {t(waiting.delivery)}
              </Tag>,
              formatInstant(waiting.leftAt, locale),
            ],
          }))}
        />
      )}
      {props.more && <p>{t('more', { count: notices.length })}</p>}
    </section>
  )
}
