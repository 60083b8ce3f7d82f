import type { Page } from '@playwright/test'
import { expect } from '@playwright/test'

/** Presses a button by its words, and waits for the page it leads to, which may be the same one again. */
export async function press(page: Page, words: string): Promise<void> {
  const button = page.getByRole('button', { name: words, exact: true })
  await button.evaluate((element) => element.ownerDocument.documentElement.setAttribute('data-left', ''))
  // A press is answered with a page, by a server that may just have started: it has a navigation's time.
  await button.click({ timeout: 20_000 })
  await page.locator('html:not([data-left])').waitFor({ state: 'attached' })
}

/** Ticks a box or chooses a button. The words beside it answer the finger too, and lie over the whole line. */
export async function choose(page: Page, name: string, value: string): Promise<void> {
  await page.locator(`input[name="${name}"][value="${value}"]`).check({ force: true })
}

/** Types into fields by their names; `12/11/2026` goes into the three fields of a date. */
export async function type(page: Page, fields: Readonly<Record<string, string>>): Promise<void> {
  for (const [name, value] of Object.entries(fields)) {
    const parts = /^(\d+)\/(\d+)\/(\d+)$/.exec(value)
    if (!parts) await page.locator(`[name="${name}"]`).fill(value)
    else
      await type(page, {
        [`${name}.day`]: parts[1]!,
        [`${name}.month`]: parts[2]!,
        [`${name}.year`]: parts[3]!,
      })
  }
}

/** What stands in fields, as typed: to hold that nothing was lost. */
export async function expectTyped(page: Page, fields: Readonly<Record<string, string>>): Promise<void> {
  for (const [name, value] of Object.entries(fields)) {
    const parts = /^(\d+)\/(\d+)\/(\d+)$/.exec(value)
    if (!parts) await expect(page.locator(`[name="${name}"]`)).toHaveValue(value)
    else
      await expectTyped(page, {
        [`${name}.day`]: parts[1]!,
        [`${name}.month`]: parts[2]!,
        [`${name}.year`]: parts[3]!,
      })
  }
}

/** The summary of what to put right. */
export const summaryOf = (page: Page) => page.getByRole('alert').filter({ has: page.getByRole('link') })

/**
 * Every error of the page: a sentence in the summary that leads to a field, and the same sentence told with that
 * field. Returns them as `field: sentence`, in the order of the page;
 * none is an error too.
 */
export async function errorsOf(page: Page): Promise<string[]> {
  const links = summaryOf(page).getByRole('link')
  const errors: string[] = []
  await expect(links.first()).toBeVisible()
  for (const link of await links.all()) {
    const text = (await link.innerText()).trim()
    const id = ((await link.getAttribute('href')) ?? '').slice(1)
    const field = page.locator(`[id="${id}"]`)
    await expect(field, `the summary leads to ${id}`).toBeVisible()
    const told = await field.evaluate((element) => {
      const fieldset = element.closest('fieldset')
      const ids = [element, fieldset].flatMap(
        (one) => one?.getAttribute('aria-describedby')?.split(' ') ?? [],
      )
      return ids.map((one) => document.getElementById(one)?.textContent?.trim())
    })
    expect(told, `${id} is told its own error`).toContain(text)
    errors.push(`${id}: ${text}`)
  }
  return errors
}
