import { formatSize } from '@/i18n/format'
import type { Locale } from '@/i18n/locale'
import { documentTitle } from '@/i18n/papers'
import { paths } from '@/i18n/paths'
import { textsOf } from '@/i18n/texts'
import { BackLink } from '@/ui/BackLink'
import { Button, ButtonGroup } from '@/ui/Button'
import { ErrorSummary } from '@/ui/ErrorSummary'
import { FileField } from '@/ui/FileField'
import { Form } from '@/ui/Form'
import { Hidden } from '@/ui/Hidden'
import { PageTitle } from '@/ui/PageTitle'
import { OtherWayForm } from './OtherWayForm'
import { MOST_FILES } from '@/server/file-rules'
import type { Requirement } from './queries'
import { UploadProgress } from './UploadProgress'
import type { Wrong } from './wrong'
import styles from './documents.module.css'

const FILES = 'files'
const ANSWER = 'answer'

/** One document: why it is asked for, what is accepted, the files given, and other ways. */
export function DocumentView(props: {
  readonly locale: Locale
  readonly document: Requirement
  readonly formKey: string
  readonly wrong: Wrong | null
}) {
  const { locale, document, formKey, wrong } = props
  const { asked, files } = document
  const t = textsOf(locale, 'documents')
  const text = wrong && t(`problem.${wrong.problem}`, { file: wrong.file ?? 'one' })
  const field = wrong?.problem === 'no-answer' ? ANSWER : FILES
  const good = files.filter(({ scan }) => scan !== 'infected')
  return (
    <>
      <BackLink href={paths.applicationDocuments(locale)}>{t('backToList')}</BackLink>
      {text && <ErrorSummary title={t('errorTitle')} errors={[{ field, text }]} />}
      <PageTitle caption={t(`of.${asked.whose}`)}>{documentTitle(asked, locale)}</PageTitle>
      <p>{t(`why.${asked.why}`)}</p>
      {!asked.required && <p>{t('notRequired')}</p>}
      <h2>{t('acceptedTitle')}</h2>
      <ul>
        {asked.accepted.map((code) => (
          <li key={code}>{t(`accepted.${code}` as never)}</li>
        ))}
      </ul>
      {asked.accepted.length > 1 && <p>{t('acceptedOne')}</p>}
      {files.length > 0 && <FilesGiven locale={locale} files={files} formKey={formKey} />}
      {good.length < MOST_FILES && (
        <section>
          <h2>{good.length > 0 ? t('giveMore') : t('give')}</h2>
          <p>{t('giveTip')}</p>
          <Form
            id="give"
            files
            action="/api/application/files"
            hidden={{ formKey, language: locale, requirement: asked.id }}
          >
            <FileField
              name={FILES}
              label={good.length > 0 ? t('giveMore') : t('give')}
              hint={t('giveHint')}
              accept="image/jpeg,image/png,application/pdf"
              multiple
              {...(text && field === FILES && { error: text })}
            />
            <UploadProgress
              form="give"
              page={paths.applicationDocument(locale, document.slug)}
              texts={{
                sending: t('sending', { name: '%name%', percent: '%percent%' }),
                checking: t('checking', { name: '%name%' }),
                waiting: t('waitingLine'),
              }}
            />
            <ButtonGroup>
              <Button>{t('giveButton')}</Button>
            </ButtonGroup>
          </Form>
          <p>{t('privacy')}</p>
        </section>
      )}
      <OtherWayForm
        locale={locale}
        document={document}
        formKey={formKey}
        name={ANSWER}
        {...(text && field === ANSWER && { error: text })}
      />
    </>
  )
}

function FilesGiven(props: {
  readonly locale: Locale
  readonly files: Requirement['files']
  readonly formKey: string
}) {
  const { locale, files, formKey } = props
  const t = textsOf(locale, 'documents')
  return (
    <section>
      <h2>{t('filesTitle')}</h2>
      {files.length > 1 && <p>{t('filesOrder')}</p>}
      <ol className={styles.files}>
        {files.map(({ id, name, bytes, scan }) => {
          const about = <Hidden> {t('aboutFile', { name })}</Hidden>
          return (
            <li key={id} className={styles.file}>
              <p className={styles.name}>
                <bdi>{t('file', { name, size: formatSize(bytes, locale) })}</bdi>
              </p>
              {(scan === 'waiting' || scan === 'infected') && <p>{t(`fileState.${scan}`)}</p>}
              {scan !== 'infected' && (
                <div className={styles.acts}>
                  <a href={`/api/application/documents/${id}`}>
                    {t('open')}
                    {about}
                  </a>
                  <Form
                    action={`/api/application/documents/${id}/removal`}
                    hidden={{ formKey, language: locale }}
                  >
                    <Button kind="plain">
                      {t('remove')}
                      {about}
                    </Button>
                  </Form>
                </div>
              )}
            </li>
          )
        })}
      </ol>
    </section>
  )
}
