import type { Told } from '@/domain/sending/told'
import { formatInstant } from './format'
import type { Locale } from './locale'
import { paths } from './paths'
import { textsOf } from './texts'

/** The words of a message, the same by e-mail and by text. `subject` and `closing` are an e-mail's own. */
export type SendingWords = {
  readonly subject: string
  readonly text: string
  readonly closing: string | null
}

/** The words of a message in a language. `origin` is where the portal is, for the one link there is. */
export function sendingWords(locale: Locale, told: Told, origin: string): SendingWords {
  const t = textsOf(locale, 'sending')
  switch (told.about) {
    case 'code':
    case 'applicationCode':
      return {
        subject: t(`${told.about}.subject`),
        text: t(`${told.about}.text`, { code: told.code }),
        closing: null,
      }
    case 'waiting':
    case 'receipt':
      return { subject: t(`${told.about}.subject`), text: t(`${told.about}.text`), closing: t('safety') }
    case 'reminder':
      if (told.until === null) return sendingWords(locale, { about: 'waiting' }, origin)
      return {
        subject: t('reminder.subject'),
        text: t('reminder.text', { until: formatInstant(told.until, locale) }),
        closing: t('safety'),
      }
    case 'account': {
      const text = t(`account.${told.what}`)
      const stop =
        told.freeze === null
          ? ''
          : ` ${t('account.link', { link: origin + paths.freeze(locale, told.freeze) })}`
      return { subject: t('account.subject'), text: `${text}${stop}`, closing: null }
    }
  }
}
