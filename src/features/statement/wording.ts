import { createHash } from 'node:crypto'
import benefitEn from '@/i18n/en/benefit.json'
import statementEn from '@/i18n/en/statement.json'
import benefitFr from '@/i18n/fr/benefit.json'
import statementFr from '@/i18n/fr/statement.json'

/**
 * The words the person read, noted with each filing: a digest of the texts of the questions in both languages,
 * so that it can never be forgotten when a text changes.
 */
export const wordingVersion = createHash('sha256')
  .update(JSON.stringify([statementFr, statementEn, benefitFr, benefitEn]))
  .digest('hex')
  .slice(0, 12)
