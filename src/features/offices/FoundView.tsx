import type { Locale } from '@/i18n/locale'
import { paths, withQuery } from '@/i18n/paths'
import { textsOf } from '@/i18n/texts'
import { Button } from '@/ui/Button'
import { Form } from '@/ui/Form'
import { Notice } from '@/ui/Notice'
import { PageTitle } from '@/ui/PageTitle'
import { Phone } from '@/ui/Phone'
import { TextField } from '@/ui/TextField'
import { FinderForm } from './FinderForm'
import { centreNumber, nameOf, OfficeList } from './OfficeCard'
import styles from './offices.module.css'
import { CallAndSources, OtherWays } from './OtherWays'
import { longestText, type Choice, type FormerFound, type OfficeSearch, type PlaceFound } from './search'

type Of<Found extends OfficeSearch['found']> = Extract<OfficeSearch, { readonly found: Found }>

/** What a person's text led to: their offices, a question that tells which, or what to try instead. */
export function FoundView({ locale, search }: { readonly locale: Locale; readonly search: OfficeSearch }) {
  const t = textsOf(locale, 'offices')
  const error = errorOf(locale, search)
  return (
    <>
      <PageTitle>{titleOf(locale, search)}</PageTitle>
      {search.found === 'otherProvince' && <OtherProvince locale={locale} />}
      {search.found === 'nothing' && (
        <Notice kind="info" title={t('result.nothing', { typed: search.typed })}>
          <p>{t('result.nothingText')}</p>
        </Notice>
      )}
      {search.found === 'area' && <AreaFound locale={locale} search={search} />}
      {search.found === 'names' && <NamesFound locale={locale} search={search} />}
      {search.found !== 'notAsked' && <h2>{t('result.again')}</h2>}
      <FinderForm locale={locale} typed={search.typed} {...(error ? { error } : {})} />
      {isFound(search) ? <CallAndSources locale={locale} /> : <OtherWays locale={locale} />}
    </>
  )
}

/** Whether the page shows an office. */
function isFound(search: OfficeSearch): boolean {
  return search.found === 'names' || (search.found === 'area' && search.offices.length > 0)
}

/** The title of the page, which says the outcome. */
export function titleOf(locale: Locale, search: OfficeSearch): string {
  const t = textsOf(locale, 'offices')
  if (search.found === 'notAsked') return t('title')
  if (search.found === 'otherProvince') {
    return t('province.title', { where: t(`province.where.${search.province}`) })
  }
  return isFound(search) ? t('result.title') : t('result.nothingTitle')
}

/** What to put right in the box; null when what was typed could be read. */
export function errorOf(locale: Locale, { found }: OfficeSearch): string | null {
  const t = textsOf(locale, 'offices.error')
  if (found === 'tooLong') return t('tooLong', { maximum: longestText })
  return found === 'notAsked' || found === 'noCode' ? t(found) : null
}

/** The assistance of Québec is for those who live there. 211 is dialled everywhere in Canada (United Way, since 2020). */
function OtherProvince({ locale }: { readonly locale: Locale }) {
  const t = textsOf(locale, 'offices.province')
  return (
    <>
      <p>{t('text')}</p>
      <p>{t.rich('call', { number: () => <Phone number="211" /> })}</p>
      <p>{t('moved')}</p>
    </>
  )
}

function AreaFound({ locale, search }: { readonly locale: Locale; readonly search: Of<'area'> }) {
  const t = textsOf(locale, 'offices')
  const { area, offices, around, municipality } = search
  if (offices.length === 0) {
    return (
      <Notice kind="info" title={t('result.noArea', { area })}>
        <p>{t.rich('former.ask', { number: centreNumber })}</p>
      </Notice>
    )
  }
  const chosen = municipality?.offices ?? []
  const others = offices.filter((one) => !chosen.includes(one))
  return (
    <>
      {search.place && <p>{t('result.areaIs', { place: search.place })}</p>}
      {municipality && <AskMunicipality locale={locale} search={search} />}
      {chosen.length > 0 && (
        <>
          <h2>{t('municipality.found', { name: municipality!.typed })}</h2>
          <OfficeList locale={locale} offices={chosen} />
        </>
      )}
      {others.length > 0 && (
        <>
          <h2>
            {chosen.length > 0 ? t('municipality.others') : t('result.area', { count: offices.length, area })}
          </h2>
          <OfficeList locale={locale} offices={others} />
        </>
      )}
      <p>{t('result.confirm')}</p>
      <Around locale={locale} around={around} />
    </>
  )
}

/** Several offices share a postal code: a box for the municipality, and the towns of the offices as links. */
function AskMunicipality({ locale, search }: { readonly locale: Locale; readonly search: Of<'area'> }) {
  const t = textsOf(locale, 'offices.municipality')
  const { typed, towns, offices } = search.municipality!
  const here = paths.officeSearch(locale)
  return (
    <>
      <h2>{t('title')}</h2>
      <p>{t('text')}</p>
      {typed !== '' && offices.length === 0 && (
        <p>
          <strong>{t.rich('unknown', { name: typed, number: centreNumber })}</strong>
        </p>
      )}
      <Form action={here} method="get" hidden={{ q: search.area }}>
        <TextField name="municipality" label={t('label')} value={typed} maxLength={longestText} />
        <Button kind="secondary">{t('button')}</Button>
      </Form>
      <p>{t('towns')}</p>
      <ul className={styles.choices}>
        {towns.map((town) => (
          <li key={town}>
            <a href={withQuery(here, { q: search.area, municipality: town })}>{town}</a>
          </li>
        ))}
      </ul>
    </>
  )
}

function NamesFound({ locale, search }: { readonly locale: Locale; readonly search: Of<'names'> }) {
  const t = textsOf(locale, 'offices.result')
  const { places, former, near, typed } = search
  return (
    <>
      {former.map((one) => (
        <Former key={one.name.fr} locale={locale} former={one} />
      ))}
      {places.map((place, index) => (
        <PlaceOffices key={index} locale={locale} place={place} />
      ))}
      {places.length > 0 && <p>{t('confirm')}</p>}
      {near.length > 0 && (
        <>
          <h2>{t('near')}</h2>
          {places.length + former.length === 0 && <p>{t('choose', { typed })}</p>}
          <ul className={styles.choices}>
            {near.map((choice, index) => (
              <li key={index}>
                <a href={withQuery(paths.officeSearch(locale), { q: choice.name[locale] })}>
                  {wordsFor(locale, choice)}
                </a>
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  )
}

function PlaceOffices({ locale, place }: { readonly locale: Locale; readonly place: PlaceFound }) {
  const t = textsOf(locale, 'offices.result')
  const name = wordsFor(locale, place)
  return (
    <>
      <h2>{name}</h2>
      {place.region && <p>{t('inRegion', { region: place.region.name })}</p>}
      {place.offices.length > 1 && <p>{t('several', { name })}</p>}
      <OfficeList locale={locale} offices={place.offices} />
      <Around locale={locale} around={place.around} />
    </>
  )
}

function Around(props: { readonly locale: Locale; readonly around: PlaceFound['around'] }) {
  if (props.around.length === 0) return null
  return (
    <>
      <h3>{textsOf(props.locale, 'offices.result')('around')}</h3>
      <OfficeList locale={props.locale} offices={props.around} />
    </>
  )
}

function Former({ locale, former }: { readonly locale: Locale; readonly former: FormerFound }) {
  const t = textsOf(locale, 'offices.former')
  const { name, replacedBy } = former
  return (
    <Notice kind="warning" title={t('title', { name: name[locale] })}>
      <p>{t('closed')}</p>
      <p>
        {replacedBy
          ? t('replaced', { office: nameOf(replacedBy, locale) })
          : t.rich('ask', { number: centreNumber })}
      </p>
    </Notice>
  )
}

function wordsFor(locale: Locale, { name, within }: Choice): string {
  const t = textsOf(locale, 'offices.result')
  return within === null ? name[locale] : t('within', { name: name[locale], town: within })
}
