import { createHash } from 'node:crypto'
import benefitEn from '@/i18n/en/benefit.json'
import statementEn from '@/i18n/en/statement.json'
import telephoneEn from '@/i18n/en/telephone.json'
import benefitFr from '@/i18n/fr/benefit.json'
import statementFr from '@/i18n/fr/statement.json'
import telephoneFr from '@/i18n/fr/telephone.json'

/**
 * The words the person read, noted with each filing: a digest of the texts of the questions in both languages,
 * so that it can never be forgotten when a text changes.
 */
export const wordingVersion = versionOf([statementFr, statementEn, benefitFr, benefitEn])

/** The words the person heard on the telephone line. */
export const spokenWordingVersion = versionOf([telephoneFr, telephoneEn])

function versionOf(texts: readonly object[]): string {
  return createHash('sha256').update(JSON.stringify(texts)).digest('hex').slice(0, 12)
}
