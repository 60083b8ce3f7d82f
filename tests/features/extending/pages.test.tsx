import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test, vi } from 'vitest'
import { instant, month } from '@/domain/calendar'
import { ExtendView } from '@/features/extending/ExtendView'
import { extendTolds } from '@/features/extending/schema'
import { locales } from '@/i18n/locale'

/*
 * The page of a later limit, drawn as HTML. Numbered cases:
 *   EV-01 every code has its words, in both languages; what was typed is shown again, as text
 */
const page = {
  ...{ id: 'h', fileNumber: 'CP-1', months: [month('2026-10'), month('2026-11')] },
  granted: [true, false].map((own) => ({
    ...{ id: String(own), month: month('2026-11'), newInstant: instant('2026-11-21T04:59:59.999Z'), own },
    ...{ reasonFr: 'Raison <i>', reasonEn: 'Reason <i>' },
  })),
}
const typed = { month: '2026-11', 'until.day': '"><b>', reason: 'mail' }

test.each(locales)('EV-01 %s every code has its words', (locale) => {
  const said = vi.spyOn(console, 'error').mockImplementation(() => {})
  for (const told of [undefined, ...extendTolds]) {
    const html = renderToStaticMarkup(<ExtendView {...{ locale, formKey: 'k', page, told, typed }} />)
    const bare = html.replace(/\s(?:id|name|for|href|action|value|aria-\w+)="[^"]*"/g, '')
    expect(/\bextending\.[a-zA-Z]+[.\w-]*/.exec(bare)?.[0]).toBeUndefined()
    for (const tag of ['<b>', '<i>']) expect(html).not.toContain(tag)
    expect(html).toContain('value="&quot;&gt;&lt;b&gt;"')
    expect(html.match(/checked=""/g)).toHaveLength(2)
  }
  expect(said.mock.calls).toEqual([])
  said.mockRestore()
})
