import { formatInstant } from '@/i18n/format'
import type { Locale } from '@/i18n/locale'
import { textsOf } from '@/i18n/texts'
import { Button } from '@/ui/Button'
import { Form } from '@/ui/Form'
import { Hidden } from '@/ui/Hidden'
import { Notice } from '@/ui/Notice'
import { Table } from '@/ui/Table'
import { Tag } from '@/ui/Tag'
import type { ListedNotice } from './queries'

const colours = { ahead: 'info', shown: 'success', over: 'neutral', withdrawn: 'neutral' } as const

/** The latest notices, whoever published them, each with what becomes of it and the way to take it back. */
export function NoticeList(props: {
  readonly locale: Locale
  readonly notices: readonly ListedNotice[]
  readonly formKey: string
}) {
  const { locale, notices, formKey } = props
  const t = textsOf(locale, 'notices')
  if (notices.length === 0) return <Notice kind="info" title={t('list.empty')} asideOfHeadings />
  const row = (notice: ListedNotice) => {
    const { id, kind, state, text, shownFrom, shownUntil, withdrawnAt } = notice
    const end = withdrawnAt ?? shownUntil
    const canWithdraw = state === 'ahead' || state === 'shown'
    return {
      key: id,
      cells: [
        t(`kind.${kind}`),
        text[locale],
        formatInstant(shownFrom, locale),
        end ? formatInstant(end, locale) : t('list.open'),
        <Tag key="state" kind={colours[state]}>
          {t(`state.${state}`)}
        </Tag>,
        canWithdraw && (
          <Form
            key="withdraw"
            action={`/api/notices/${id}/withdrawal`}
            hidden={{ language: locale, formKey }}
          >
            <Button kind="plain">
              {t('list.withdraw')}
              <Hidden> {t('list.withdrawWhich', { text: text[locale] })}</Hidden>
            </Button>
          </Form>
        ),
      ],
    }
  }
  return (
    <Table
      id="notices"
      stacks
      caption={t('list.caption')}
      captionHidden
      columns={[
        { label: t('list.kind'), short: true },
        { label: t('list.text') },
        { label: t('list.from') },
        { label: t('list.until') },
        { label: t('list.state'), short: true },
        { label: t('list.act'), short: true },
      ]}
      rows={notices.map(row)}
    />
  )
}
