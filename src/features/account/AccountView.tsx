import type { Locale } from '@/i18n/locale'
import { paths } from '@/i18n/paths'
import { textsOf } from '@/i18n/texts'
import { BackLink } from '@/ui/BackLink'
import { Button } from '@/ui/Button'
import { Radios } from '@/ui/Choices'
import { ErrorSummary } from '@/ui/ErrorSummary'
import { Form } from '@/ui/Form'
import { PageTitle } from '@/ui/PageTitle'
import { TextField } from '@/ui/TextField'
import { LONGEST_LANGUAGE } from './account-schema'
import { ContactForm } from './ContactForm'
import type { Movements } from './money-queries'
import { MovementsView } from './MovementsView'
import type { AccountPage } from './queries'

/** One's own account: language, how to be reached, text size, and the ways to the rest. */
export function AccountView(props: {
  readonly locale: Locale
  readonly page: AccountPage & { readonly movements: Movements }
  readonly formKey: string
}) {
  const { locale, page, formKey } = props
  const t = textsOf(locale, 'account')
  const common = textsOf(locale, 'common')
  const data = textsOf(locale, 'mydata')
  const moves = textsOf(locale, 'movements')
  const privacy = textsOf(locale, 'privacy')
  const ways = [
    { href: paths.address(locale), text: moves('address.title'), hint: t('addressHint') },
    { href: paths.deposit(locale), text: moves('deposit.title'), hint: t('depositHint') },
    { href: paths.devices(locale), text: t('devicesTitle'), hint: t('devicesHint') },
    { href: paths.ownCode(locale), text: t('codeTitle'), hint: t('codeHint') },
    { href: paths.looks(locale), text: t('looksTitle'), hint: t('looksHint') },
    { href: paths.myData(locale), text: data('title'), hint: t('dataHint') },
    { href: paths.privacyRequests(locale), text: privacy('title'), hint: privacy('hint') },
    {
      href: paths.closing(locale),
      text: textsOf(locale, 'closing')('title'),
      hint: textsOf(locale, 'closing')('hint'),
    },
  ]
  return (
    <>
      <ErrorSummary
        title={common('errorSummary')}
        errors={page.problems.map(({ field, problem }) => ({ field, text: t(`error.${problem}`) }))}
      />
      <BackLink href={paths.file(locale)}>{t('back')}</BackLink>
      <PageTitle>{t('title')}</PageTitle>
      <p>{t('lead')}</p>
      {(page.movements.waiting.length > 0 || page.movements.frozen) && (
        <MovementsView locale={locale} movements={page.movements} formKey={formKey} />
      )}

      <h2>{t('contactTitle')}</h2>
      <ContactForm locale={locale} page={page} formKey={formKey} />

      <h2>{t('languageTitle')}</h2>
      <Form action="/api/account/language" hidden={{ language: locale, formKey }}>
        <Radios
          name="correspondence"
          label={t('language')}
          value={page.language}
          choices={[
            { value: 'fr', label: <span lang="fr">Français</span> },
            { value: 'en', label: <span lang="en">English</span> },
          ]}
        />
        <TextField
          name="interpreter"
          label={t('interpreter')}
          hint={t('interpreterHint')}
          optional={common('optional')}
          value={page.interpreter}
          maxLength={LONGEST_LANGUAGE}
          width="medium"
        />
        <Button>{t('languageButton')}</Button>
      </Form>

      <h2>{t('safetyTitle')}</h2>
      <ul>
        {ways.map(({ href, text, hint }) => (
          <li key={href}>
            <p>
              <a href={href}>{text}</a>
              <br />
              {hint}
            </p>
          </li>
        ))}
      </ul>

      {page.movements.atHome && page.movements.waiting.length === 0 && !page.movements.frozen && (
        <MovementsView locale={locale} movements={page.movements} formKey={formKey} />
      )}

      <h2>{t('moreTitle')}</h2>
      <ul>
        <li>
          <a href={paths.textSize(locale)}>{t('textSize')}</a>
        </li>
        <li>
          <a href={paths.mandates(locale)}>{t('mandates')}</a>
        </li>
      </ul>
    </>
  )
}
