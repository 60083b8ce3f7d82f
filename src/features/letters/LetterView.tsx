import type { Locale } from '@/i18n/locale'
import { paths } from '@/i18n/paths'
import { textsOf } from '@/i18n/texts'
import { BackLink } from '@/ui/BackLink'
import { Button, ButtonGroup } from '@/ui/Button'
import { Form } from '@/ui/Form'
import { Notice } from '@/ui/Notice'
import { PageTitle } from '@/ui/PageTitle'
import { Paper } from './Paper'
import type { Letter } from './queries'

/** A letter as it comes out of the printer, in its person's language; around it, on the screen only, what to do. */
export function LetterView(props: {
  readonly locale: Locale
  readonly letter: Letter
  readonly formKey: string
}) {
  const { locale, letter, formKey } = props
  const t = textsOf(locale, 'letters')
  const send = letter.delivery === 'protected' && letter.address ? 'protectedAddress' : letter.delivery
  return (
    <>
      <div data-print="no">
        <BackLink href={paths.officeLetters(locale)}>{t('letter.back')}</BackLink>
        <PageTitle caption={t('codes.file', { number: letter.fileNumber })}>{t('letter.title')}</PageTitle>
        <Notice kind={letter.delivery === 'mail' ? 'info' : 'warning'} title={t('letter.howTitle')}>
          <p>{t(`letter.${send}`)}</p>
          <p>{t('letter.how')}</p>
          <p>{t('letter.language', { language: letter.language })}</p>
        </Notice>
      </div>
      <Paper letter={letter} label={t('paper.label')} />
      <section aria-labelledby="printed" data-print="no">
        <h2 id="printed">{t('letter.doneTitle')}</h2>
        <p>{t('letter.done')}</p>
        <Form
          action={`/api/letters/${letter.personId}/printing`}
          hidden={{ language: locale, formKey, issuedAt: letter.issuedAt }}
        >
          <ButtonGroup>
            <Button>{t('letter.doneButton')}</Button>
          </ButtonGroup>
        </Form>
      </section>
    </>
  )
}
