import type { Locale } from '@/i18n/locale'
import { paths } from '@/i18n/paths'
import { textsOf } from '@/i18n/texts'

const pages = ['trail', 'openings', 'alikeLooks'] as const

/** The three pages of who watches. */
export function TrailNav({ locale, at }: { readonly locale: Locale; readonly at: (typeof pages)[number] }) {
  const t = textsOf(locale, 'trail')
  return (
    <nav aria-label={t('pages')} data-print="no">
      <ul>
        {pages.map((page) => (
          <li key={page}>
            <a href={paths[page](locale)} aria-current={page === at ? 'page' : undefined}>
              {t(`page.${page}`)}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}
