import { createHash } from 'node:crypto'
import applicationEn from '@/i18n/en/application.json'
import applicationFr from '@/i18n/fr/application.json'

/** The words the person read, noted with each version sent: a digest of the texts in both languages. */
export const wordingVersion = createHash('sha256')
  .update(JSON.stringify([applicationFr, applicationEn]))
  .digest('hex')
  .slice(0, 12)
