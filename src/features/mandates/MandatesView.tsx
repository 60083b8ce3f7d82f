import { formatDay, formatList } from '@/i18n/format'
import type { Locale } from '@/i18n/locale'
import { paths } from '@/i18n/paths'
import { textsOf } from '@/i18n/texts'
import type { Citizen } from '@/server/viewer'
import { BackLink } from '@/ui/BackLink'
import { Button, ButtonGroup } from '@/ui/Button'
import { Details } from '@/ui/Details'
import { Form } from '@/ui/Form'
import { PageTitle } from '@/ui/PageTitle'
import { SummaryList } from '@/ui/SummaryList'
import { Tag } from '@/ui/Tag'
import type { MandateEntry, MandatesPage } from './queries'

const colours = { living: 'success', toCome: 'info', ended: 'neutral', revoked: 'neutral' } as const

/** For whom one may act, and who may act for oneself: until when, for what, and how to end it. */
export function MandatesView(props: {
  readonly locale: Locale
  readonly viewer: Citizen
  readonly page: MandatesPage
  readonly formKey: string
}) {
  const { locale, viewer, page, formKey } = props
  const t = textsOf(locale, 'mandates')
  const facts = (mandate: MandateEntry) => [
    { term: t('state'), value: <Tag kind={colours[mandate.state]}>{t(`stateOf.${mandate.state}`)}</Tag> },
    { term: t('kind'), value: t(`kindOf.${mandate.kind}`) },
    ...(mandate.organisation ? [{ term: t('organisation'), value: mandate.organisation }] : []),
    {
      term: t('rights'),
      value: formatList(
        mandate.rights.map((right) => t(`rightOf.${right}`)),
        locale,
      ),
    },
    { term: t('from'), value: formatDay(mandate.fromDay, locale) },
    { term: t('until'), value: mandate.lastDay ? formatDay(mandate.lastDay, locale) : t('noEnd') },
  ]
  const end = (mandate: MandateEntry, side: 'given' | 'held') => (
    <Details summary={t(`${side}End`, { name: mandate.name })}>
      <p>{t(`${side}EndText`)}</p>
      <Form action={`/api/mandates/${mandate.id}/end`} hidden={{ language: locale, formKey }}>
        <Button kind="danger">{t(`${side}EndButton`)}</Button>
      </Form>
    </Details>
  )
  const isOpen = (mandate: MandateEntry) => mandate.state === 'living' || mandate.state === 'toCome'
  return (
    <>
      <BackLink href={paths.file(locale)}>{t('back')}</BackLink>
      <PageTitle>{t('title')}</PageTitle>
      {viewer.mandate && (
        <Form action="/api/mandates/acting" hidden={{ language: locale, formKey }}>
          <ButtonGroup>
            <Button>{t('stop', { name: viewer.name })}</Button>
          </ButtonGroup>
        </Form>
      )}
      <h2>{t('heldTitle')}</h2>
      {page.held.length === 0 && <p>{t('heldEmpty')}</p>}
      {page.held.map((mandate) => (
        <section key={mandate.id} aria-labelledby={mandate.id}>
          <h3 id={mandate.id}>{mandate.name}</h3>
          <SummaryList rows={facts(mandate)} />
          {mandate.state === 'living' && mandate.id !== viewer.mandate?.id && (
            <Form action="/api/mandates/acting" hidden={{ language: locale, formKey, mandate: mandate.id }}>
              <ButtonGroup>
                <Button>{t('act', { name: mandate.name })}</Button>
              </ButtonGroup>
            </Form>
          )}
          {isOpen(mandate) && !viewer.mandate && end(mandate, 'held')}
        </section>
      ))}
      {!viewer.mandate && (
        <>
          <h2>{t('givenTitle')}</h2>
          {page.given.length === 0 && <p>{t('givenEmpty')}</p>}
          {page.given.map((mandate) => (
            <section key={mandate.id} aria-labelledby={mandate.id}>
              <h3 id={mandate.id}>{mandate.name}</h3>
              <SummaryList rows={facts(mandate)} />
              {isOpen(mandate) &&
                (mandate.kind === 'powerOfAttorney' || mandate.kind === 'communityHelper' ? (
                  end(mandate, 'given')
                ) : (
                  <p>{t('byAuthority')}</p>
                ))}
            </section>
          ))}
        </>
      )}
    </>
  )
}
