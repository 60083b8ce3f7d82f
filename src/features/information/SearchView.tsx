import { postalAreaOf } from '@/domain/offices/postal-code'
import type { Locale } from '@/i18n/locale'
import { paths, withQuery } from '@/i18n/paths'
import { textsOf } from '@/i18n/texts'
import { Button } from '@/ui/Button'
import { Form } from '@/ui/Form'
import { PageTitle } from '@/ui/PageTitle'
import { TextField } from '@/ui/TextField'
import { PhoneLines } from './PhoneLines'
import styles from './search.module.css'
import { longestSearch, type Hit, type SiteSearch } from './site-search'

/** What the site says about the words of a person; else what to try, and whom to call. */
export function SearchView({ locale, search }: { readonly locale: Locale; readonly search: SiteSearch }) {
  const t = textsOf(locale, 'search')
  const error = searchError(locale, search)
  return (
    <>
      <PageTitle>{t('title')}</PageTitle>
      <SearchForm locale={locale} typed={search.typed} {...(error ? { error } : {})} />
      {search.found === 'some' && <Hits locale={locale} {...search} />}
      {search.found === 'nothing' && (
        <>
          <h2>{t('nothing', { typed: search.typed })}</h2>
          <p>{t('nothingText')}</p>
        </>
      )}
      {search.found !== 'some' && <Otherwise locale={locale} />}
      {search.typed !== '' && (
        <p>
          <a href={withQuery(paths.officeSearch(locale), { q: search.typed.slice(0, longestName) })}>
            {t(postalAreaOf(search.typed) ? 'postalCode' : 'amongOffices', { typed: search.typed })}
          </a>
        </p>
      )}
    </>
  )
}

/** The finder of offices reads no more. */
const longestName = 100

/** One box for the whole site. It only reads, so it is a GET: the result has an address to keep. */
export function SearchForm(props: {
  readonly locale: Locale
  readonly typed?: string
  readonly error?: string
}) {
  const { locale, typed, error } = props
  const t = textsOf(locale, 'search')
  return (
    <Form action={paths.search(locale)} method="get">
      <TextField
        id={`search-${locale}`}
        name="q"
        label={t('label')}
        {...(typed === undefined ? {} : { value: typed })}
        {...(error === undefined ? {} : { error })}
        maxLength={longestSearch}
      />
      <Button>{t('button')}</Button>
    </Form>
  )
}

/** What to put right in the box; null when what was typed could be read. */
export function searchError(locale: Locale, { found }: SiteSearch): string | null {
  const t = textsOf(locale, 'search.error')
  if (found === 'tooLong') return t('tooLong', { maximum: longestSearch })
  return found === 'notAsked' ? t('notAsked') : null
}

function Hits(props: {
  readonly locale: Locale
  readonly typed: string
  readonly hits: readonly Hit[]
  readonly total: number
}) {
  const { locale, typed, hits, total } = props
  const t = textsOf(locale, 'search')
  return (
    <>
      <h2>{t('count', { count: total, typed })}</h2>
      {total > hits.length && <p>{t('first', { count: hits.length })}</p>}
      <ol className={styles.hits}>
        {hits.map((hit) => (
          <li key={hit.href} className={styles.hit}>
            <div>
              <a className={styles.link} href={hit.href}>
                {hit.title}
              </a>{' '}
              <span className={styles.kind}>{t(`kind.${hit.kind}`)}</span>
            </div>
            <div>
              {hit.excerpt.map(({ text, found }, index) =>
                found ? <mark key={index}>{text}</mark> : <span key={index}>{text}</span>,
              )}
            </div>
          </li>
        ))}
      </ol>
    </>
  )
}

function Otherwise({ locale }: { readonly locale: Locale }) {
  const t = textsOf(locale, 'search')
  return (
    <>
      <h2>{t('otherwise')}</h2>
      <ul>
        <li>
          <a href={paths.content(locale, 'siteMap')}>{t('siteMap')}</a>
        </li>
        <li>
          <a href={paths.content(locale, 'glossary')}>{t('glossary')}</a>
        </li>
        <li>
          <a href={paths.offices(locale)}>{t('offices')}</a>
        </li>
      </ul>
      <p>{t('call')}</p>
      <PhoneLines locale={locale} />
    </>
  )
}
