import { formatCount, formatInstant } from '@/i18n/format'
import type { Locale } from '@/i18n/locale'
import { paths } from '@/i18n/paths'
import { textsOf } from '@/i18n/texts'
import { Button, ButtonGroup } from '@/ui/Button'
import { Form } from '@/ui/Form'
import { Notice } from '@/ui/Notice'
import { PageTitle } from '@/ui/PageTitle'
import type { ExportLine } from './queries'
import type { ExportNote } from './schema'

/** The files one asked for, how far each is, and the way to take it. */
export function ExportsView(props: {
  readonly locale: Locale
  readonly formKey: string
  readonly files: readonly ExportLine[]
  readonly note: ExportNote | undefined
}) {
  const { locale, files, note } = props
  const t = textsOf(locale, 'exports')
  return (
    <>
      <PageTitle>{t('title')}</PageTitle>
      {note && <Notice kind={note === 'asked' ? 'success' : 'warning'} title={t(`note.${note}`)} />}
      <p>{t('lead')}</p>
      {files.length === 0 && <p>{t('none')}</p>}
      {files.map((file) => {
        const values = { done: formatCount(file.done, locale), total: formatCount(file.total, locale) }
        return (
          <section key={file.id} aria-labelledby={`file.${file.id}`}>
            <h2 id={`file.${file.id}`}>
              {t(`kind.${file.kind}`, { instant: formatInstant(file.askedAt, locale) })}
            </h2>
            {file.ready ? (
              <p>
                <a href={`/api/exports/${file.id}/file`}>{t('take', values)}</a>
              </p>
            ) : (
              <>
                <p>{t('progress', values)}</p>
                <p>
                  <a href={paths.exports(locale)}>{t('again')}</a>
                </p>
                <Form
                  action={`/api/exports/${file.id}/continuation`}
                  hidden={{ language: locale, formKey: props.formKey }}
                >
                  <ButtonGroup>
                    <Button kind="secondary">{t('goOn')}</Button>
                  </ButtonGroup>
                </Form>
              </>
            )}
          </section>
        )
      })}
    </>
  )
}
