import { readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { expect } from '@playwright/test'

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const rules = ['wcag2a', 'wcag2aa', 'wcag2aaa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']
/** Where pictures of every page looked at are kept, when one wants to see them. */
const pictures = process.env['QUINZE_PICTURES']

/** A key of a text where its words should be: `statement.title`. */
const subjects = readdirSync(join(import.meta.dirname, '..', '..', 'src', 'i18n', 'fr')).map((file) =>
  file.replace('.json', ''),
)
const textKey = new RegExp(`\\b(${subjects.join('|')})\\.[a-z]+[.\\w]*\\b`)

type Violation = { id: string; help: string; nodes: { target: string[]; failureSummary?: string }[] }

/** Nothing is wider than the screen. */
export async function fits(page: Page, name: string): Promise<void> {
  const tooWide = await page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement
    return scrollWidth > clientWidth ? `${scrollWidth} px on a screen of ${clientWidth} px` : ''
  })
  expect(tooWide, `${name} is too wide`).toBe('')
}

/**
 * What must hold of every page a person meets: nothing is wider than the screen, no key of a text shows in place of
 * its words, and no rule of accessibility is broken (A, AA, AAA, best practices). The rules are checked by a script,
 * so only where scripts run; the pages are the same. `name` names the picture.
 */
export async function look(page: Page, name: string, scripts = true): Promise<void> {
  // A form answers with a page to go to: look once the browser is there.
  await page.waitForLoadState()
  if (pictures) await page.screenshot({ path: join(pictures, `${name}.png`), fullPage: true })
  await fits(page, name)
  expect(await page.locator('body').innerText(), name).not.toMatch(textKey)
  if (!scripts) return
  // Once for each page that is opened, however often it is looked at: half a megabyte takes its time.
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(axe)
  const violations = await page.evaluate(async (values) => {
    const run = (globalThis as unknown as { axe: { run: (options: object) => Promise<unknown> } }).axe.run
    const result = (await run({ runOnly: { type: 'tag', values } })) as { violations: Violation[] }
    return result.violations.map(({ id, help, nodes }) => ({
      id,
      help,
      nodes: nodes.map((node) => `${node.target.join(' ')}: ${node.failureSummary ?? ''}`),
    }))
  }, rules)
  expect(violations, `${name} breaks rules of accessibility`).toEqual([])
}
