import type { Browser } from '@playwright/test'
import { chromium } from '@playwright/test'
import { provideBrowser } from '../../src/setup/browser.mjs'

/** An old phone on a slow line: six times slower than here, 400 kbit/s, 400 ms before each answer begins. */
const slow = { cpu: 6, bytesPerSecond: 50_000, latency: 400 }
/** Nothing moves or is fetched any more. */
const SETTLED_MS = 1_500

/** How a page comes to the screen, the first time it is visited. Times are milliseconds from the click. */
export type Paint = {
  readonly first: number
  /** How far things moved by themselves: cumulative layout shift, 0 when nothing does. */
  readonly shift: number
  /** Font files asked for before the first paint, and those that had arrived. */
  readonly fontsAsked: number
  readonly fontsArrived: number
  readonly requests: number
}

type Noted = { first: number; shift: number }

export async function openBrowser(): Promise<Browser> {
  const { executablePath, env } = await provideBrowser()
  return chromium.launch({
    executablePath,
    env: { ...(process.env as Record<string, string>), ...env },
    args: ['--no-sandbox', '--disable-dev-shm-usage'],
  })
}

/** Visits a page with nothing kept from before, and notes how it comes. `cookies` as `name=value`. */
export async function paintOf(
  browser: Browser,
  url: string,
  cookies: readonly string[] = [],
): Promise<Paint> {
  const context = await browser.newContext({ viewport: { width: 360, height: 640 }, deviceScaleFactor: 2 })
  try {
    await context.addCookies(
      cookies.map((cookie) => {
        const [name = '', value = ''] = cookie.split('=')
        return { name, value, url }
      }),
    )
    const page = await context.newPage()
    const tools = await context.newCDPSession(page)
    await tools.send('Network.enable')
    await tools.send('Network.emulateNetworkConditions', {
      offline: false,
      latency: slow.latency,
      downloadThroughput: slow.bytesPerSecond,
      uploadThroughput: slow.bytesPerSecond,
    })
    await tools.send('Emulation.setCPUThrottlingRate', { rate: slow.cpu })
    let requests = 0
    tools.on('Network.responseReceived', () => (requests += 1))
    await page.addInitScript(note)
    await page.goto(url, { waitUntil: 'load', timeout: 60_000 })
    await page.waitForLoadState('networkidle')
    await page.waitForTimeout(SETTLED_MS)
    const { noted, fonts } = await page.evaluate(() => ({
      noted: (globalThis as unknown as { noted: Noted }).noted,
      fonts: (performance.getEntriesByType('resource') as PerformanceResourceTiming[])
        .filter(({ name }) => name.includes('.woff'))
        .map(({ startTime, responseEnd }) => ({ startTime, responseEnd })),
    }))
    return {
      ...noted,
      fontsAsked: fonts.filter(({ startTime }) => startTime < noted.first).length,
      fontsArrived: fonts.filter(({ responseEnd }) => responseEnd < noted.first).length,
      requests,
    }
  } finally {
    await context.close()
  }
}

/** Runs in the page, before anything of it. No function has a name here: the loader would mark it with one of its own. */
function note(): void {
  const noted: Noted = { first: 0, shift: 0 }
  ;(globalThis as unknown as { noted: Noted }).noted = noted
  new PerformanceObserver((list) => {
    for (const { name, startTime } of list.getEntries())
      if (name === 'first-contentful-paint') noted.first = startTime
  }).observe({ type: 'paint', buffered: true })
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) noted.shift += (entry as unknown as { value: number }).value
  }).observe({ type: 'layout-shift', buffered: true })
}
