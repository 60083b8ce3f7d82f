import { formatDay } from '@/i18n/format'
import type { Locale } from '@/i18n/locale'
import { paths } from '@/i18n/paths'
import { textsOf } from '@/i18n/texts'
import { BackLink } from '@/ui/BackLink'
import { Button, ButtonGroup } from '@/ui/Button'
import { Checkbox } from '@/ui/Choices'
import { ErrorSummary } from '@/ui/ErrorSummary'
import { Form } from '@/ui/Form'
import { Notice } from '@/ui/Notice'
import { PageTitle } from '@/ui/PageTitle'
import type { CodeHolders } from './queries'

/** The adults of a household: each may receive a new code, once their identity was checked. */
export function AccessCodesView(props: {
  readonly locale: Locale
  readonly holders: CodeHolders
  readonly note: string | undefined
  readonly formKey: string
}) {
  const { locale, holders, formKey } = props
  const t = textsOf(locale, 'letters')
  const commonWords = textsOf(locale, 'common')
  const unchecked = props.note === 'identity' ? t('note.identity') : undefined
  const first = holders.adults[0]
  return (
    <>
      {unchecked && first && (
        <ErrorSummary
          title={commonWords('errorSummary')}
          errors={[{ field: `identity.${first.id}`, text: unchecked }]}
        />
      )}
      <BackLink href={paths.officeLetters(locale)}>{t('codes.back')}</BackLink>
      <PageTitle caption={t('codes.file', { number: holders.fileNumber })}>{t('codes.title')}</PageTitle>
      <p>{t('codes.text')}</p>
      {!first && <Notice kind="info" title={t('codes.none')} />}
      {holders.adults.map(({ id, name, birthDate }) => (
        <section key={id} aria-labelledby={`name.${id}`}>
          <h2 id={`name.${id}`}>{name}</h2>
          <p>{t('codes.born', { day: formatDay(birthDate, locale) })}</p>
          <Form action={`/api/people/${id}/access-code`} hidden={{ language: locale, formKey }}>
            <Checkbox
              id={`identity.${id}`}
              name="identity"
              value="checked"
              label={t('codes.identity', { name })}
              hint={t('codes.identityHint')}
              {...(unchecked ? { error: unchecked } : {})}
            />
            <ButtonGroup>
              <Button kind="danger">{t('codes.button', { name })}</Button>
            </ButtonGroup>
          </Form>
        </section>
      ))}
    </>
  )
}
