import { textSizeCookie } from '../../src/ui/text-size'
import { files, paths } from '../../src/i18n/paths'
import { readCalendarFile } from '../features/information/calendar-file'
import { expect, test } from './town'
import { locales, wordsOf } from './words'

/*
 * The dates of this year and the next, for anyone:
 *   CE-01 on a small telephone, and with doubled text, each row is read whole, and is still a row to a screen reader
 *   CE-02 the page leads to the file of its language, which is a calendar of this year and the next
 *   CE-03 its address in the words of the other language leads to the true one
 */
test.use({ scenario: 'calendar' })

for (const locale of locales) {
  const say = wordsOf(locale)

  test(`CE-01 is read whole on a small telephone (${locale})`, async ({ page, site }) => {
    await page.setViewportSize({ width: 320, height: 640 })
    for (const size of ['100', '200']) {
      await page.context().addCookies([{ name: textSizeCookie, value: size, url: site.url }])
      await page.goto(paths.content(locale, 'calendar'))
      const sideways = await page
        .getByRole('region')
        .filter({ has: page.getByRole('table') })
        .evaluateAll((frames) => frames.map((frame) => frame.scrollWidth - frame.clientWidth))
      expect(sideways, `${size} %`).toEqual([0, 0])
    }
    await expect(page.getByRole('rowheader')).toHaveCount(24)
    await expect(page.getByRole('columnheader')).toHaveCount(6)
    await expect(page.getByRole('cell')).toHaveCount(48)
    // The label of a column is read once, from its heading.
    const cell = await page.getByRole('cell').first().ariaSnapshot()
    expect(cell).not.toContain(say('calendar.column.due'))
  })

  test(`CE-02 leads to its calendar file (${locale})`, async ({ page, site }) => {
    test.setTimeout(150_000)
    const follow = page.getByRole('link', { name: say('calendar.subscribe') })
    // What the build made knows no address yet: the page is made again within a minute and a half.
    await expect
      .poll(
        async () => {
          await page.goto(paths.content(locale, 'calendar'))
          return follow.count()
        },
        { timeout: 120_000 },
      )
      .toBe(1)
    const path = files.calendar(locale)
    expect(await follow.getAttribute('href')).toBe(`${site.url.replace('http:', 'webcal:')}${path}`)
    await expect(page.getByRole('link', { name: say('calendar.download') })).toHaveAttribute('href', path)

    const answer = await page.request.get(path)
    expect(answer.status()).toBe(200)
    expect(answer.headers()).toMatchObject({
      'content-type': 'text/calendar; charset=utf-8',
      'content-disposition': 'inline; filename="quinze.ics"',
    })
    expect(answer.headers()).not.toHaveProperty('set-cookie')
    expect(answer.headers()['cache-control']).toMatch(/s-maxage=3600/)
    const { calendar, events } = readCalendarFile(await answer.body())
    expect(calendar['X-WR-CALNAME']).toBe(say('calendar.file.name'))
    expect(events).toHaveLength(72)
  })

  test(`CE-03 is found under the words of the other language (${locale})`, async ({ page }) => {
    const crossed = locale === 'fr' ? '/fr/calendar/quinze.ics' : '/en/calendrier/quinze.ics'
    const answer = await page.request.get(crossed, { maxRedirects: 0 })
    expect([answer.status(), answer.headers()['location']]).toEqual([308, files.calendar(locale)])
  })
}
