import { randomUUID } from 'node:crypto'
import type { Locale } from '@/i18n/locale'
import { paths } from '@/i18n/paths'
import { textsOf } from '@/i18n/texts'
import { BackLink } from '@/ui/BackLink'
import { Button, ButtonGroup } from '@/ui/Button'
import { Checkbox } from '@/ui/Choices'
import { Details } from '@/ui/Details'
import { ErrorSummary } from '@/ui/ErrorSummary'
import { Form } from '@/ui/Form'
import { PageTitle } from '@/ui/PageTitle'
import { TextArea } from '@/ui/TextArea'
import { TextField } from '@/ui/TextField'
import type { DeclarationField } from './declaration'
import type { DeclarationPage } from './queries'
import { wordsOf } from './words'

/** What one declares, in what one's name stands for it. The date is not asked: it is that of the sending. */
export function DeclarationView(props: {
  readonly locale: Locale
  readonly page: DeclarationPage
  readonly formKey: string
}) {
  const { locale, page, formKey } = props
  const { typed, errors, correcting } = page
  const say = wordsOf(locale, 'application')
  const textOf = (field: DeclarationField, problem: string) => say(`declaration.error.${field}.${problem}`)
  const wrong = (field: DeclarationField) => {
    const error = errors.find((one) => one.field === field)
    return error ? { error: textOf(field, error.problem) } : {}
  }
  return (
    <>
      <BackLink href={paths.applicationReview(locale)}>{say('declaration.back')}</BackLink>
      <ErrorSummary
        title={textsOf(locale, 'common')('errorSummary')}
        errors={errors.map(({ field, problem }) => ({ field, text: textOf(field, problem) }))}
      />
      <PageTitle>{say(correcting ? 'declaration.titleCorrection' : 'declaration.title')}</PageTitle>
      <p>{say('declaration.lead')}</p>
      <ul>
        {(['true', 'all', 'changes', 'papers', 'checks'] as const).map((one) => (
          <li key={one}>{say(`declaration.point.${one}`)}</li>
        ))}
      </ul>
      {page.couple && <p>{say('declaration.couple')}</p>}
      <Details summary={say('declaration.checksTitle')}>
        <p>{say('declaration.checksText')}</p>
        <p>{say('declaration.accessText')}</p>
      </Details>
      <Details summary={say('declaration.rightsTitle')}>
        <ul>
          {(['help', 'accompanied', 'review', 'notice'] as const).map((one) => (
            <li key={one}>{say(`declaration.right.${one}`)}</li>
          ))}
        </ul>
      </Details>
      <p>{say('declaration.mistakes')}</p>
      <Form
        action="/api/application/submission"
        hidden={{ language: locale, formKey, key: randomUUID(), seen: page.seen }}
      >
        {correcting && (
          <TextArea
            name="correctionReason"
            label={say('declaration.reason')}
            hint={say('declaration.reasonHint')}
            value={typed.correctionReason}
            maxLength={1_000}
            rows={3}
            {...wrong('correctionReason')}
          />
        )}
        <TextField
          name="signedName"
          label={say('declaration.name')}
          hint={say('declaration.nameHint')}
          value={typed.signedName}
          autoComplete="name"
          maxLength={120}
          spellCheck={false}
          {...wrong('signedName')}
        />
        <Checkbox
          name="attest"
          value="yes"
          label={say('declaration.attest')}
          checked={typed.attest === 'yes'}
          {...wrong('attest')}
        />
        <p>{say('declaration.date')}</p>
        <ButtonGroup>
          <Button>{say(correcting ? 'declaration.sendCorrection' : 'declaration.send')}</Button>
        </ButtonGroup>
      </Form>
    </>
  )
}
