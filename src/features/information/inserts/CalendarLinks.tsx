import type { Locale } from '@/i18n/locale'
import { files } from '@/i18n/paths'
import { textsOf } from '@/i18n/texts'
import { ButtonGroup, ButtonLink } from '@/ui/Button'

/**
 * The ways to the calendar file. `webcal:` opens the calendar of a telephone and offers to follow it; where nothing
 * knows that word, the address is there to be copied. Without an `origin`, in the build, only the file itself.
 */
export function CalendarLinks({
  locale,
  origin,
}: {
  readonly locale: Locale
  readonly origin: string | null
}) {
  const t = textsOf(locale, 'calendar')
  const path = files.calendar(locale)
  return (
    <>
      {origin && (
        <>
          <ButtonGroup>
            <ButtonLink href={`${origin.replace(/^https?:/, 'webcal:')}${path}`}>{t('subscribe')}</ButtonLink>
          </ButtonGroup>
          <p>
            {t('address')} <a href={path}>{`${origin}${path}`}</a>
          </p>
        </>
      )}
      <p>
        <a href={path} download="quinze.ics">
          {t('download')}
        </a>
      </p>
    </>
  )
}
