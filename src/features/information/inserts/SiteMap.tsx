import type { Locale } from '@/i18n/locale'
import { paths } from '@/i18n/paths'
import { textsOf } from '@/i18n/texts'
import { contentOf } from '../content'
import { doors, type Door } from '../doors'
import { topics, type TopicGroup } from '../topics'

/** The pages that are not of words, under the topic they go with. */
const groupOfDoor: Readonly<Record<Door, TopicGroup>> = {
  estimator: 'apply',
  applicationStart: 'apply',
  applicationResume: 'apply',
  offices: 'apply',
  urgentNeed: 'apply',
  signIn: 'receive',
  checkReceipt: 'receive',
  home: 'about',
  search: 'about',
  textSize: 'about',
  api: 'about',
}

/** Every public page, each with its title and what it is for. */
export function SiteMap({ locale }: { readonly locale: Locale }) {
  const t = textsOf(locale, 'information')
  return topics.map(({ group, pages }) => {
    const words = pages
      .filter((page) => page !== 'siteMap')
      .map((page) => ({ ...contentOf(page, locale), href: paths.content(locale, page) }))
    const others = (Object.keys(groupOfDoor) as Door[])
      .filter((door) => groupOfDoor[door] === group)
      .map((door) => ({
        href: doors[door](locale),
        title: t(`siteMap.${door}.title`),
        summary: t(`siteMap.${door}.summary`),
      }))
    return (
      <section key={group} aria-labelledby={group}>
        <h2 id={group}>{t(`topics.${group}`)}</h2>
        <ul>
          {[...words, ...others].map(({ href, title, summary }) => (
            <li key={href}>
              <a href={href}>{title}</a>
              <br />
              {summary}
            </li>
          ))}
        </ul>
      </section>
    )
  })
}
