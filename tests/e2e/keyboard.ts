import type { Locator, Page } from '@playwright/test'

/** More stops than any page has: a Tab that goes on is lost. */
const mostStops = 300

/** Hands that never leave the keyboard: Tab to reach, Space, arrows and letters to choose, Enter to press. */
export function keyboardOf(page: Page) {
  const { keyboard } = page

  async function reach(target: Locator): Promise<void> {
    for (let stops = 0; stops < mostStops; stops += 1) {
      const isThere = await target.evaluateAll((all) => all.some((one) => one === document.activeElement))
      if (isThere) return
      await keyboard.press('Tab')
    }
    throw new Error(`The keyboard never reached ${target}`)
  }
  const field = (name: string) => page.locator(`[name="${name}"]:not([type="hidden"])`)
  const valueInFocus = () =>
    page.evaluate(() => (document.activeElement as HTMLInputElement | null)?.value ?? '')

  return {
    /** Goes on to the first of these that Tab meets. */
    reach,
    /** Follows a link or presses a button, and waits for the page it leads to. */
    async enter(target: Locator): Promise<void> {
      await reach(target)
      await page.evaluate(() => document.documentElement.setAttribute('data-left', ''))
      await keyboard.press('Enter')
      await page.locator('html:not([data-left])').waitFor({ state: 'attached' })
      await page.waitForLoadState()
    },
    /** Opens what is folded. */
    async unfold(target: Locator): Promise<void> {
      await reach(target)
      await keyboard.press('Enter')
    },
    async tick(name: string, value: string): Promise<void> {
      await reach(page.locator(`[name="${name}"][value="${value}"]`))
      await keyboard.press('Space')
    },
    /** One of a few, by the arrows. */
    async choose(name: string, value: string): Promise<void> {
      await reach(field(name))
      await keyboard.press('Space')
      for (let moves = 0; moves < 20 && (await valueInFocus()) !== value; moves += 1)
        await keyboard.press('ArrowDown')
    },
    /** One of a list, by the letters of its words. */
    async pick(name: string, words: string): Promise<void> {
      await reach(field(name))
      await keyboard.type(words)
    },
    async write(name: string, text: string): Promise<void> {
      await reach(field(name))
      await keyboard.press('Control+A')
      await keyboard.type(text)
    },
  }
}
