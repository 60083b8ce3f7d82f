import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { day, instant } from '@/domain/calendar'
import { MessagesView } from '@/features/messages/MessagesView'
import { OfficeConversationView } from '@/features/messages/OfficeConversationView'
import type { MessagesPage } from '@/features/messages/queries'
import { toldIn } from '@/features/messages/schema'
import { locales, type Locale } from '@/i18n/locale'
import { mailboxOfApplication, mailboxOfPerson, type Message } from '@/server/mailbox'
import { officeDirectory } from '@/server/offices'

/*
 * The pages of messages, drawn as HTML. Numbered cases:
 *   MV-01 every state has its words, in both languages, and what people wrote stays text
 *   MV-02 who is of no household reads and does not write
 *   MV-03 what was typed is in the form again, with what is wrong beside it
 *   MV-04 the office reads who wrote, whether it was read, and by when an answer was promised
 *   MV-05 a file that held a virus leads nowhere
 */
const at = instant('2026-11-10T15:00:00.000Z')
const scans = ['notScanned', 'waiting', 'clean', 'infected'] as const
const message = (of: Partial<Message> = {}): Message => ({
  ...{ id: 'm', mailbox: mailboxOfPerson('h', 'p'), fromOffice: false, writer: null, at, readAt: null },
  ...{ text: '<b>مرحبا</b> 🌻', isNew: false, replyBy: null, answered: false },
  files: scans.map((scan) => ({ id: scan, name: `${scan}<i>.jpg`, bytes: 120_000, scan })),
  ...of,
})
const office = officeDirectory().offices.find(({ code }) => code === '009')!
const page = (of: Partial<MessagesPage> = {}): MessagesPage => ({
  ...{
    now: at,
    messages: [message()],
    promise: { state: 'none' },
    replyDays: 2,
    writes: true,
    office,
    couple: true,
  },
  ...{ typed: '', key: 'key' },
  ...of,
})
const draw = (of: Partial<MessagesPage>, locale: Locale = 'fr', query: Record<string, string> = {}) =>
  renderToStaticMarkup(
    <MessagesView {...{ locale, page: page(of), told: toldIn((name) => query[name] ?? ''), formKey: 'k' }} />,
  )
const broken =
  /(?:^|[\s>"])(?:messages|promise|state|writer|files|told|office)\.(?!hint|error)[a-z]\w|\{[a-z]|undefined|NaN/

test.each(locales)('MV-01 has its words in %s', (locale) => {
  const states = [
    { state: 'none' as const },
    { state: 'promised' as const, day: day('2026-11-12') },
    { state: 'late' as const, day: day('2026-11-05') },
  ]
  for (const promise of states)
    for (const shown of [
      { messages: [] },
      { couple: false },
      { messages: [message({ fromOffice: true, isNew: true })] },
    ])
      for (const of of [office, { ...office, phone: null, tollFree: null }, null]) {
        const html = draw({ ...shown, promise, office: of }, locale)
        expect(html).not.toMatch(broken)
        expect(html).not.toContain('<b>')
      }
})

test('MV-02 reads and does not write', () => {
  expect(draw({})).toContain('action="/api/messages"')
  const html = draw({ writes: false, office: null })
  expect(html).not.toContain('<form')
  expect(html).toContain('&lt;b&gt;مرحبا&lt;/b&gt; 🌻')
})

test('MV-03 loses nothing that was typed', () => {
  const html = draw({ typed: 'Mes mots' }, 'fr', { told: 'messageTooLong' })
  expect(html).toMatch(/<textarea[^>]*aria-invalid="true"[^>]*>Mes mots</)
  expect(html).toContain('multipart/form-data')
  expect(html.indexOf('name="text"')).toBeLessThan(html.indexOf('name="files"'))
})

test('MV-05 leads to no file that held a virus', () => {
  const html = draw({})
  for (const scan of scans)
    expect([scan, html.includes(`/api/messages/files/${scan}`)]).toEqual([scan, scan !== 'infected'])
})

test.each(locales)('MV-04 the office reads who, when and by when: %s', (locale) => {
  const messages = [
    message({ fromOffice: true, writer: 'Alix Agente', readAt: at }),
    message({ id: 'n', fromOffice: true, writer: 'Sacha Cadre' }),
    message({ id: 'o', replyBy: day('2026-11-12') }),
  ]
  for (const mailbox of [mailboxOfPerson('h', 'p'), mailboxOfApplication('a', 'spouse')]) {
    const isApplication = mailbox.applicationId !== null
    const html = renderToStaticMarkup(
      <OfficeConversationView
        locale={locale}
        conversation={{
          mailbox: {
            ...{ mailbox, name: isApplication ? null : 'Ana Essai', language: 'en', messages, key: 'key' },
            promise: { state: 'late', day: day('2026-11-12') },
          },
          ...{ number: 'TEST-1', applicationId: mailbox.applicationId },
        }}
        {...{ here: '/fr/bureau/messages/m', formKey: 'k', asked: { to: '', answer: '' } }}
        told={toldIn(() => '')}
      />,
    )
    expect(html).not.toMatch(broken)
    for (const word of ['Alix Agente', 'Sacha Cadre', 'lang="en-CA"', 'name="seen" value="o"'])
      expect(html).toContain(word)
    expect(html.includes('/api/applications/a/messages')).toBe(isApplication)
  }
})
