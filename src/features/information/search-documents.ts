import 'server-only'
import type { Nodes, Parent } from 'mdast'
import { isOffered } from '@/domain/offices/office'
import { shortName } from '@/domain/offices/places'
import { regionOf, regions } from '@/domain/offices/regions'
import type { Locale } from '@/i18n/locale'
import type { messages } from '@/i18n/messages'
import { contentPages, paths, withQuery } from '@/i18n/paths'
import { textsOf } from '@/i18n/texts'
import { officeDirectory } from '@/server/offices'
import { contentOf } from './content'
import { termOf, type Term } from './glossary'
import { passagesOf } from './passages'

/** One thing that a search may find. */
export type Document = {
  readonly kind: 'page' | 'term' | 'office'
  readonly href: string
  readonly title: string
  /** What the page is about, before what it says. */
  readonly headings: readonly string[]
  readonly passages: readonly string[]
}

/** Everything that can be found on the public site, in a language. */
export function documentsOf(locale: Locale): Document[] {
  return [...pagesOfWords(locale), ...terms(locale), ...otherPages(locale), ...offices(locale)]
}

function pagesOfWords(locale: Locale): Document[] {
  return contentPages.map((page) => {
    const { title, short, summary, tree } = contentOf(page, locale)
    // Each term of the glossary is found by itself.
    const { headings, lines } = page === 'glossary' ? { headings: [], lines: [] } : passagesOf(tree)
    return {
      kind: 'page',
      href: paths.content(locale, page),
      title,
      headings: [short, ...headings],
      passages: [summary, ...lines],
    }
  })
}

/** The terms of the glossary: the heading of each, and what stands below it. */
function terms(locale: Locale): Document[] {
  const found: { readonly term: Term; readonly below: Nodes[] }[] = []
  for (const node of contentOf('glossary', locale).tree.children) {
    const term = node.type === 'heading' ? termOf(node) : null
    if (term) found.push({ term, below: [] })
    else found.at(-1)?.below.push(node)
  }
  return found.map(({ term: { id, forms }, below }) => ({
    kind: 'term',
    href: `${paths.content(locale, 'glossary')}#${id}`,
    title: forms[0]!,
    headings: forms.slice(1),
    passages: passagesOf({ type: 'root', children: below } as Parent).lines,
  }))
}

/** The public pages that are no content files: their words are in `search.page`. */
const others: Readonly<Record<keyof (typeof messages)['fr']['search']['page'], (locale: Locale) => string>> =
  {
    home: paths.home,
    estimator: paths.estimator,
    signIn: paths.signIn,
    accessCode: paths.accessCode,
    checkReceipt: paths.checkReceipt,
    urgentNeed: paths.urgentNeed,
    offices: paths.offices,
    textSize: paths.textSize,
    api: paths.api,
  }

function otherPages(locale: Locale): Document[] {
  const t = textsOf(locale, 'search.page')
  return (Object.keys(others) as (keyof typeof others)[]).map((name) => ({
    kind: 'page',
    href: others[name](locale),
    title: t(`${name}.title`),
    headings: [],
    passages: [t(`${name}.text`)],
  }))
}

/** Every region, every office at its place in the list of its region, and former centres where one is told what became of them. */
function offices(locale: Locale): Document[] {
  const t = textsOf(locale, 'search')
  const all = officeDirectory().offices.filter(({ kind }) => kind !== 'contactCentre')
  const places = all.map((office): Document => {
    const region = regionOf(office.regionCode)
    const short = shortName(office, locale)
    const offered = isOffered(office)
    return {
      kind: 'office',
      href: offered
        ? `${paths.officesIn(locale, region.slug)}#office-${office.code}`
        : withQuery(paths.officeSearch(locale), { q: short }),
      title: locale === 'fr' ? office.nameFr : office.nameEn,
      headings: [short],
      passages: [
        t(offered ? 'officeText' : 'formerText', { town: office.city, region: region.name }),
        ...(office.address ? [office.address] : []),
      ],
    }
  })
  const ofRegions = regions.map(({ name, slug }): Document => ({
    kind: 'office',
    href: paths.officesIn(locale, slug),
    title: t('regionTitle', { region: name }),
    headings: [],
    passages: [t('regionText')],
  }))
  return [...ofRegions, ...places]
}
