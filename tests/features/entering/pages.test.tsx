import { renderToStaticMarkup } from 'react-dom/server'
import { expect, it } from 'vitest'
import { urgentNeeds } from '@/domain/application/urgent'
import { parseResumeCode } from '@/domain/application/resume-code'
import { CodeView } from '@/features/entering/CodeView'
import { linesFor, NowView } from '@/features/entering/NowView'
import { ResumeView } from '@/features/entering/ResumeView'
import { StartView } from '@/features/entering/StartView'
import { addressOfReason, addressOfWait, codeReasons, reasonOf } from '@/features/entering/states'
import { locales } from '@/i18n/locale'
import { findPlace, paths } from '@/i18n/paths'

/*
 * Numbered cases, for what no page of a browser reaches one by one:
 *   EP-01 every reason has an address of its own; a wait is never told shorter than it is
 *   EP-02 no page ever holds something typed, and each says what it is to say in both languages
 *   EP-03 what to do now answers the needs that were said, and no other
 */
const textKey = /\bentering\.[a-z]/
const reasons = ['over', 'expired', 'wrong', 'left', 'restored', 'partly', 'wait-5', 'wait-900']
const values = (html: string) => /<input[^>]*type="text"[^>]*value=/.test(html)

it('EP-01 every reason has an address', () => {
  for (const address of reasons) {
    expect(addressOfReason(reasonOf(address)!)).toBe(address)
    expect(findPlace(paths.applicationResumeAgain('fr', address))?.route).toBe('applicationResumeAgain')
  }
  for (const seconds of [1, 5, 6, 59, 61, 900]) {
    const told = reasonOf(addressOfWait(seconds))
    expect(told?.is === 'wait' && told.seconds >= seconds).toBe(true)
  }
  expect(['nothing', 'wait-7', 'wait-', '__proto__'].map(reasonOf)).toEqual([null, null, null, null])
})

it('EP-02 no page holds something typed', () => {
  for (const locale of locales) {
    const start = { startKey: 'k', mayAttach: true, formKey: 'f' }
    const code = { attached: false, accountKey: null, shared: true, address: 'http://x' }
    const shown = { code: parseResumeCode('K7Q2M9X4TR')!, of: 'applicant' as const, emailed: true }
    const pages = [
      <StartView key={1} {...{ locale }} page={{ start, isOpen: true }} phones={null} />,
      <ResumeView key={2} {...{ locale }} reason={null} phones={null} />,
      ...reasons.map((one) => <ResumeView key={one} {...{ locale }} reason={reasonOf(one)} phones={null} />),
      ...codeReasons.map((reason) => (
        <CodeView key={reason} {...{ locale, reason }} page={{ ...code, shown: null }} formKey="" />
      )),
      <CodeView key={3} {...{ locale }} page={{ ...code, shown }} formKey="" />,
      <CodeView key={4} {...{ locale }} page={{ ...code, shown: null, attached: true }} formKey="" />,
    ]
    const drawn = pages.map((page) => renderToStaticMarkup(page))
    for (const html of drawn) {
      expect(values(html)).toBe(false)
      expect(html.replace(/<[^>]*>/g, ' ')).not.toMatch(textKey)
      expect(html.match(/<h1/g)).toHaveLength(1)
    }
    expect(drawn[0]).toContain('value="none"')
    expect(drawn.at(-2)).toContain('K7Q2M-9X4TR')
  }
})

it('EP-03 answers the needs that were said', () => {
  expect(linesFor(['violence', 'noFood'])).toEqual(['danger', 'violence', 'food'])
  expect(linesFor(['medication'])).toEqual([])
  for (const locale of locales) {
    for (const need of urgentNeeds) {
      const page = { needs: [need], hasAccount: false }
      const html = renderToStaticMarkup(<NowView {...{ locale, page }} lines={null} phones={null} />)
      expect(textKey.exec(html)?.[0]).toBeUndefined()
      expect(html.includes(paths.content(locale, 'safeContact'))).toBe(need === 'violence')
      expect(html).toContain(paths.applicationCode(locale))
    }
  }
})
