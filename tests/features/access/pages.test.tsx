import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { AccessCodeView } from '@/features/access/AccessCodeView'
import { AssistView } from '@/features/access/AssistView'
import { ClaimRefusedView } from '@/features/access/ClaimRefusedView'
import { OneTimeCodeView } from '@/features/access/OneTimeCodeView'
import {
  accessReasons,
  addressOfState,
  addressOfWait,
  checks,
  codeStates,
  fieldsOf,
  findState,
  findWait,
  waits,
} from '@/features/access/states'
import { WaitView } from '@/features/access/WaitView'
import { findPlace, paths } from '@/i18n/paths'
import { locales } from '@/i18n/locale'

/*
 * Numbered cases, for what no page of a browser reaches one by one:
 *   SP-01 every state has an address of its own, which leads back to it
 *   SP-02 no page of the proof ever holds something typed
 *   SP-03 an error is told in the summary and beside its field
 *   SP-04 a wait is never told shorter than it is
 *   SP-05 an agent's page shows a code only when it was given one
 */
const phones = <p>phones</p>
const values = (html: string) =>
  [...html.matchAll(/<input[^>]*type="text"[^>]*>/g)].filter(([tag]) => tag.includes('value='))

describe('the pages of signing in', () => {
  it('SP-01 every state has an address of its own', () => {
    const addresses = codeStates.map(addressOfState)
    expect(new Set(addresses).size).toBe(codeStates.length)
    for (const state of codeStates) {
      expect(findState(addressOfState(state))).toEqual(state)
      expect(findPlace(paths.oneTimeCode('fr', addressOfState(state)))).not.toBeNull()
    }
    for (const wait of waits) expect(findWait(addressOfWait(wait))).toEqual(wait)
    expect(new Set(checks).size).toBe(7)
    expect(checks.map(fieldsOf).every((fields) => fields.length > 0)).toBe(true)
    expect(findState('nothing')).toBeUndefined()
  })

  it('SP-02 and SP-03 the proof: errors told twice, nothing put back', () => {
    for (const locale of locales) {
      for (const errand of ['sign-in', 'claim'] as const) {
        for (const reason of [undefined, ...accessReasons, ...checks]) {
          const html = renderToStaticMarkup(
            <AccessCodeView
              locale={locale}
              errand={errand}
              phones={phones}
              {...(reason ? { reason } : {})}
            />,
          )
          expect(values(html)).toEqual([])
          expect(html).toContain(`<input type="hidden" name="errand" value="${errand}"/>`)
          const links = [...html.matchAll(/href="#(\w+)"/g)].map(([, field]) => field)
          expect(links).toEqual(fieldsOf(reason))
          for (const field of fieldsOf(reason)) expect(html).toContain(`id="${field}.error"`)
          expect(html.includes('checked=""')).toBe(false)
        }
      }
    }
  })

  it('SP-02 the one-time code, in each of its states', () => {
    for (const locale of locales) {
      for (const state of codeStates) {
        const html = renderToStaticMarkup(<OneTimeCodeView locale={locale} state={state} phones={phones} />)
        expect(values(html)).toEqual([])
        expect(html.includes('id="code.error"')).toBe(state.fault !== undefined)
        expect(html.includes('phones')).toBe(state.channel === 'desk')
        expect(html).toContain('autoComplete="one-time-code"')
      }
    }
  })

  it('SP-04 a wait is rounded up, and leads back where one was', () => {
    for (let seconds = 1; seconds <= 900; seconds += 1) {
      const told = findWait(addressOfWait({ from: 'access', seconds }))!
      expect(told.seconds).toBeGreaterThanOrEqual(seconds)
    }
    for (const wait of waits) {
      const html = renderToStaticMarkup(<WaitView locale="fr" wait={wait} phones={phones} />)
      const back = wait.from.startsWith('link')
        ? /relier-mon-identite|code-recu\/link-any/
        : /code-d-acces|code-recu\/any/
      expect(html).toMatch(back)
      expect(html).toMatch(
        wait.seconds < 60
          ? `dans ${wait.seconds} secondes`
          : wait.seconds === 60
            ? 'dans une minute'
            : `dans ${wait.seconds / 60} minutes`,
      )
    }
  })

  it('SP-05 an agent reads a code only when one was given', () => {
    const draw = (told?: string, code?: string | null) =>
      renderToStaticMarkup(
        <AssistView
          locale="fr"
          formKey="key"
          {...(told ? { told } : {})}
          {...(code !== undefined ? { code } : {})}
        />,
      )
    expect(draw('code', '012345')).toContain('012\u00A0345')
    for (const html of [draw(), draw('nothing', null), draw('code', null), draw('check-file', null)]) {
      expect(html).not.toMatch(/\d{3}\s\d{3}/)
      expect(values(html)).toEqual([])
    }
    expect(draw('check-file-birth')).toContain('id="file.error"')
  })

  it('a claim that cannot go on leads back to the doors', () => {
    for (const reason of ['identity-used', 'person-has-identity', 'identity-over'] as const) {
      const html = renderToStaticMarkup(<ClaimRefusedView locale="en" reason={reason} phones={phones} />)
      expect(html).toContain('href="/en/sign-in"')
    }
  })
})
