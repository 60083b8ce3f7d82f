// Nothing is taken from it here; it must be there for its `AppConfig` below to be widened.
import type {} from 'next-intl'
import type { Locale } from './locale'
import accessEn from './en/access.json'
import accountEn from './en/account.json'
import applicationEn from './en/application.json'
import benefitEn from './en/benefit.json'
import calendarEn from './en/calendar.json'
import commonEn from './en/common.json'
import demoEn from './en/demo.json'
import documentsEn from './en/documents.json'
import eligibilityEn from './en/eligibility.json'
import enteringEn from './en/entering.json'
import errorEn from './en/error.json'
import estimatesEn from './en/estimates.json'
import estimatorEn from './en/estimator.json'
import followingEn from './en/following.json'
import informationEn from './en/information.json'
import lettersEn from './en/letters.json'
import mandatesEn from './en/mandates.json'
import movementsEn from './en/movements.json'
import mydataEn from './en/mydata.json'
import noticesEn from './en/notices.json'
import officesEn from './en/offices.json'
import publicEn from './en/public.json'
import ratesEn from './en/rates.json'
import receiptEn from './en/receipt.json'
import resultsEn from './en/results.json'
import reviewEn from './en/review.json'
import searchEn from './en/search.json'
import spouseEn from './en/spouse.json'
import statementEn from './en/statement.json'
import accessFr from './fr/access.json'
import accountFr from './fr/account.json'
import applicationFr from './fr/application.json'
import benefitFr from './fr/benefit.json'
import calendarFr from './fr/calendar.json'
import commonFr from './fr/common.json'
import demoFr from './fr/demo.json'
import documentsFr from './fr/documents.json'
import eligibilityFr from './fr/eligibility.json'
import enteringFr from './fr/entering.json'
import errorFr from './fr/error.json'
import estimatesFr from './fr/estimates.json'
import estimatorFr from './fr/estimator.json'
import followingFr from './fr/following.json'
import informationFr from './fr/information.json'
import lettersFr from './fr/letters.json'
import mandatesFr from './fr/mandates.json'
import movementsFr from './fr/movements.json'
import mydataFr from './fr/mydata.json'
import noticesFr from './fr/notices.json'
import officesFr from './fr/offices.json'
import publicFr from './fr/public.json'
import ratesFr from './fr/rates.json'
import receiptFr from './fr/receipt.json'
import resultsFr from './fr/results.json'
import reviewFr from './fr/review.json'
import searchFr from './fr/search.json'
import spouseFr from './fr/spouse.json'
import statementFr from './fr/statement.json'

/*
 * One file per subject and language. French is the source: its keys are the type of both, so a sentence
 * missing in English does not compile. A new subject is one import and one line per language.
 */
const fr = {
  access: accessFr,
  account: accountFr,
  application: applicationFr,
  benefit: benefitFr,
  calendar: calendarFr,
  common: commonFr,
  demo: demoFr,
  documents: documentsFr,
  eligibility: eligibilityFr,
  entering: enteringFr,
  error: errorFr,
  estimates: estimatesFr,
  estimator: estimatorFr,
  following: followingFr,
  information: informationFr,
  letters: lettersFr,
  mandates: mandatesFr,
  movements: movementsFr,
  mydata: mydataFr,
  notices: noticesFr,
  offices: officesFr,
  public: publicFr,
  rates: ratesFr,
  receipt: receiptFr,
  results: resultsFr,
  review: reviewFr,
  search: searchFr,
  spouse: spouseFr,
  statement: statementFr,
}
const en: typeof fr = {
  access: accessEn,
  account: accountEn,
  application: applicationEn,
  benefit: benefitEn,
  calendar: calendarEn,
  common: commonEn,
  demo: demoEn,
  documents: documentsEn,
  eligibility: eligibilityEn,
  entering: enteringEn,
  error: errorEn,
  estimates: estimatesEn,
  estimator: estimatorEn,
  following: followingEn,
  information: informationEn,
  letters: lettersEn,
  mandates: mandatesEn,
  movements: movementsEn,
  mydata: mydataEn,
  notices: noticesEn,
  offices: officesEn,
  public: publicEn,
  rates: ratesEn,
  receipt: receiptEn,
  results: resultsEn,
  review: reviewEn,
  search: searchEn,
  spouse: spouseEn,
  statement: statementEn,
}

export const messages: Record<Locale, typeof fr> = { fr, en }

declare module 'next-intl' {
  interface AppConfig {
    Locale: Locale
    Messages: typeof fr
  }
}
