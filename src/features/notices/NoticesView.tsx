import type { ReactNode } from 'react'
import { formatInstant } from '@/i18n/format'
import type { Locale } from '@/i18n/locale'
import { textsOf } from '@/i18n/texts'
import { Button, ButtonGroup } from '@/ui/Button'
import { ErrorSummary } from '@/ui/ErrorSummary'
import { Form } from '@/ui/Form'
import { Notice } from '@/ui/Notice'
import { PageTitle } from '@/ui/PageTitle'
import { NoticeForm } from './NoticeForm'
import { NoticeList } from './NoticeList'
import { errorsOf } from './problems'
import type { NoticesPage } from './queries'

/** What just happened, told once. */
const told = { published: 'success', withdrawn: 'success', changed: 'warning', gone: 'warning' } as const
const isTold = (note: string | undefined): note is keyof typeof told =>
  note !== undefined && Object.hasOwn(told, note)

/**
 * The notices of the service: what a new one would show in both languages (`preview`, drawn as every page draws it), the
 * form, and those there are.
 */
export function NoticesView(props: {
  readonly locale: Locale
  readonly page: NoticesPage
  readonly preview: ReactNode
  readonly note: string | undefined
  readonly formKey: string
}) {
  const { locale, page, note, formKey } = props
  const t = textsOf(locale, 'notices')
  const errors = errorsOf(page, locale)
  return (
    <>
      {errors.length > 0 && (
        <ErrorSummary
          title={textsOf(locale, 'common')('errorSummary')}
          errors={errors.map(({ field, text }) => ({ field, text }))}
        />
      )}
      <PageTitle>{t('title')}</PageTitle>
      {isTold(note) && <Notice kind={told[note]} title={t(`note.${note}`)} />}
      <p>{t('lead')}</p>
      {page.ready && (
        <section id="preview" aria-labelledby="preview-title">
          <h2 id="preview-title">{t('preview.title')}</h2>
          <p>{t('preview.lead')}</p>
          {props.preview}
          <p>
            {t('preview.when', {
              from: formatInstant(page.ready.notice.shownFrom, locale),
              until: page.ready.notice.shownUntil ? formatInstant(page.ready.notice.shownUntil, locale) : '',
              ends: page.ready.notice.shownUntil ? 'yes' : 'no',
            })}
          </p>
          <Form
            action="/api/notices"
            hidden={{ language: locale, formKey, version: page.ready.version }}
            label={t('preview.title')}
          >
            <ButtonGroup>
              <Button>{t('preview.button')}</Button>
            </ButtonGroup>
          </Form>
        </section>
      )}
      <h2>{page.ready ? t('form.again') : t('form.title')}</h2>
      <NoticeForm locale={locale} page={page} errors={errors} formKey={formKey} />
      <h2>{t('list.title')}</h2>
      <NoticeList locale={locale} notices={page.notices} formKey={formKey} />
    </>
  )
}
