import type { Page } from '@playwright/test'
import { textSizeCookie } from '../../src/ui/text-size'
import { fits, look } from './look'
import { enterAs, pages, stage, type Stage } from './pages'
import { expect, test } from './town'
import { locales } from './words'

/*
 * Every page there is, in both languages:
 *   EP-01 at 320, 768 and 1280 px, nothing is wider than the screen and no rule of accessibility is broken
 *   EP-02 with doubled text on a phone, it still fits
 *   EP-03 by keyboard, every control is reached in order, shows its focus, and lets go
 *   EP-04 in forced colours, every control keeps an edge or an underline
 *   EP-05 on paper: the content, without the bands, and nothing cut at the side
 *
 * EP-01 opens every page in both languages, and checks the rules of accessibility on a phone in one and on a screen in
 * the other, by turns. The others ask of a page what its language hardly changes: each page in one of the two, by turns.
 * With `npm run e2e -- --long`, everything in both.
 */
test.use({ scenario: 'every-page' })

const isLong = process.env['QUINZE_TEST_LENGTH'] === 'long'
const visitors = [
  'anyone',
  'applicant',
  'applied',
  'citizen',
  'agent',
  'contact',
  'supervisor',
  'auditor',
] as const

for (const locale of locales) {
  for (const visitor of visitors) {
    test.describe(`${locale}, ${visitor}`, () => {
      test.setTimeout(240_000)
      let on: Stage
      test.beforeEach(async ({ page, town }) => {
        on = await enterAs(visitor, page, town, await stage(town))
      })

      /** Opens each page in turn, or every other one, and sees that it is the one asked for. */
      async function each(
        page: Page,
        which: 'all' | 'everyOther',
        see: (name: string, turn: number) => Promise<void>,
      ): Promise<void> {
        const own = Object.entries(pages).filter(([, { as }]) => as === visitor)
        for (const [turn, [route, { at }]] of own.entries()) {
          if (which === 'everyOther' && !isLong && turn % 2 !== locales.indexOf(locale)) continue
          const response = await page.goto(at(locale, on))
          expect(response?.status(), route).toBe(200)
          expect(page.url(), route).not.toContain(locale === 'fr' ? '/probleme/not' : '/problem/not')
          await see(`every-${locale}-${route}`, turn + locales.indexOf(locale))
        }
      }

      test('EP-01 fits every width and breaks no rule', async ({ page }) => {
        await each(page, 'all', async (name, turn) => {
          await page.setViewportSize({ width: 768, height: 1024 })
          await fits(page, name)
          for (const [index, width] of [1280, 320].entries()) {
            await page.setViewportSize({ width, height: 900 })
            await look(page, `${name}-${width}`, isLong || turn % 2 === index)
          }
        })
      })

      test('EP-02 fits a phone with doubled text', async ({ page, site }) => {
        await page.setViewportSize({ width: 320, height: 640 })
        await page.context().addCookies([{ name: textSizeCookie, value: '200', url: site.url }])
        await each(page, 'everyOther', async (name) => {
          const size = await page.evaluate(() => getComputedStyle(document.documentElement).fontSize)
          expect(parseFloat(size), name).toBeGreaterThanOrEqual(32)
          await fits(page, name)
        })
      })

      test('EP-03 is reached by keyboard, in order, with the focus in sight', async ({ page }) => {
        await each(page, 'everyOther', async (name) => {
          // A page that begins at its errors takes the focus there, a moment after it is loaded. Wait for that, or it
          // comes between two keys; then from the top all the same.
          await page.waitForFunction(() => {
            const first = document.querySelector('[autofocus]')
            return first === null || first === document.activeElement
          })
          await page.evaluate(() => {
            document.body.tabIndex = -1
            document.body.focus()
            document.body.removeAttribute('tabindex')
          })
          const expected = await page.evaluate(tabStops)
          const reached: string[] = []
          for (let count = 0; count < expected.length; count += 1) {
            await page.keyboard.press('Tab')
            const { label, outline } = await page.evaluate(focused)
            expect(outline, `${name}: the focus shows on ${label}`).toBeGreaterThanOrEqual(1)
            reached.push(label)
          }
          expect(reached, name).toEqual(expected)
          // One more step leaves the page: nothing holds the keyboard.
          await page.keyboard.press('Tab')
          expect((await page.evaluate(focused)).label, name).not.toBe(expected.at(-1))
        })
      })

      test('EP-04 keeps its edges in forced colours', async ({ page }) => {
        await page.emulateMedia({ forcedColors: 'active' })
        await each(page, 'everyOther', async (name) => {
          expect(await page.evaluate(edgeless), name).toEqual([])
          await fits(page, name)
        })
      })

      test('EP-05 prints its content, whole', async ({ page }) => {
        await page.setViewportSize({ width: 670, height: 900 })
        await page.emulateMedia({ media: 'print' })
        await each(page, 'everyOther', async (name) => {
          // A letter is its own sheet, and so is each reminder: the page around it, its title too, stays on the screen.
          const title = /-office((Notice)?Letter|ReminderLetters)$/.test(name) ? 'article h2' : 'h1'
          await expect(page.locator(title).first(), name).toBeVisible()
          for (const band of ['body > header', 'body > footer', 'nav', 'form button'])
            for (const one of await page.locator(band).all()) await expect(one, name).toBeHidden()
          await fits(page, name)
        })
      })
    })
  }
}

/** The controls that Tab should stop at, in the order of the page: one stop for the buttons of a group. */
function tabStops(): string[] {
  const all = [
    ...document.querySelectorAll<HTMLElement>(
      'a[href], button, input, select, textarea, summary, [tabindex="0"]',
    ),
  ]
  const groups = new Set<string>()
  return all
    .filter((one) => {
      // The summary of a closed part is reached, unless that part is itself within a closed one.
      const within = one.tagName === 'SUMMARY' ? one.parentElement!.parentElement! : one
      if (within.closest('details:not([open])')) return false
      if (one instanceof HTMLInputElement && one.type === 'hidden') return false
      if (!one.getClientRects().length || getComputedStyle(one).visibility === 'hidden') return false
      if (one.hasAttribute('disabled') || one.tabIndex < 0) return false
      if (one instanceof HTMLInputElement && one.type === 'radio') {
        const group = [
          ...document.querySelectorAll<HTMLInputElement>(`input[type=radio][name="${CSS.escape(one.name)}"]`),
        ]
        const chosen = group.find((other) => other.checked)
        if (chosen ? chosen !== one : groups.has(one.name)) return false
        groups.add(one.name)
      }
      return true
    })
    .map((one) => one.getAttribute('name') ?? one.id ?? '')
    .map((label, index) => `${index} ${label}`)
}

function focused(): { label: string; outline: number } {
  const one = document.activeElement as HTMLElement
  const counter = window as unknown as { stops?: number }
  counter.stops = (counter.stops ?? -1) + 1
  // A box or a round button is drawn by the words beside it: the ring is theirs.
  const drawn = [one, one.nextElementSibling, one.parentElement].filter((each) => each !== null)
  const outline = Math.max(...drawn.map((each) => outlineOf(each)))
  return { label: `${counter.stops} ${one.getAttribute('name') ?? one.id ?? ''}`, outline }

  function outlineOf(element: Element): number {
    const styles = [getComputedStyle(element), getComputedStyle(element, '::before')]
    return Math.max(
      ...styles.map((style) => (style.outlineStyle === 'none' ? 0 : parseFloat(style.outlineWidth))),
    )
  }
}

/** Controls that nothing but a background would tell from the page, which forced colours take away. */
function edgeless(): string[] {
  const shown = [
    ...document.querySelectorAll<HTMLElement>('a[href], button, input:not([type=hidden]), select, textarea'),
  ]
  return shown
    .filter((one) => one.getClientRects().length > 0)
    .filter((one) => {
      const style = getComputedStyle(one)
      const native = one instanceof HTMLInputElement && /radio|checkbox|range/.test(one.type)
      const edge = (['Top', 'Left', 'Bottom'] as const).some(
        (side) => style[`border${side}Style`] !== 'none' && parseFloat(style[`border${side}Width`]) >= 1,
      )
      return (
        !native && !edge && !style.textDecorationLine.includes('underline') && !one.querySelector('svg, img')
      )
    })
    .map((one) => `${one.tagName} ${one.className} ${one.textContent?.trim().slice(0, 40)}`)
}
