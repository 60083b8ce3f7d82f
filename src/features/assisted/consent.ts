import { createHash } from 'node:crypto'
import assistedEn from '@/i18n/en/assisted.json'
import assistedFr from '@/i18n/fr/assisted.json'

/** The words to which someone who is helped said yes, noted with each session: a digest of them in both languages. */
export const consentWording = createHash('sha256')
  .update(JSON.stringify([assistedFr.consent, assistedEn.consent]))
  .digest('hex')
  .slice(0, 12)
