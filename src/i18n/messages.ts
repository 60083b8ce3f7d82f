// Nothing is taken from it here; it must be there for its `AppConfig` below to be widened.
import type {} from 'next-intl'
import type { Locale } from './locale'
import accessEn from './en/access.json'
import accountEn from './en/account.json'
import administrationEn from './en/administration.json'
import admissionEn from './en/admission.json'
import applicationEn from './en/application.json'
import assistedEn from './en/assisted.json'
import benefitEn from './en/benefit.json'
import calendarEn from './en/calendar.json'
import casefileEn from './en/casefile.json'
import closingEn from './en/closing.json'
import commonEn from './en/common.json'
import decidingEn from './en/deciding.json'
import decisionsEn from './en/decisions.json'
import demoEn from './en/demo.json'
import documentsEn from './en/documents.json'
import eligibilityEn from './en/eligibility.json'
import enteringEn from './en/entering.json'
import errorEn from './en/error.json'
import estimatesEn from './en/estimates.json'
import estimatorEn from './en/estimator.json'
import exportsEn from './en/exports.json'
import extendingEn from './en/extending.json'
import followingEn from './en/following.json'
import informationEn from './en/information.json'
import incidentsEn from './en/incidents.json'
import lettersEn from './en/letters.json'
import mandatesEn from './en/mandates.json'
import messagesEn from './en/messages.json'
import movementsEn from './en/movements.json'
import mydataEn from './en/mydata.json'
import noticesEn from './en/notices.json'
import officesEn from './en/offices.json'
import openingEn from './en/opening.json'
import paymentsEn from './en/payments.json'
import privacyEn from './en/privacy.json'
import proposalsEn from './en/proposals.json'
import publicEn from './en/public.json'
import ratesEn from './en/rates.json'
import receiptEn from './en/receipt.json'
import resultsEn from './en/results.json'
import reviewEn from './en/review.json'
import reviewsEn from './en/reviews.json'
import searchEn from './en/search.json'
import sendingEn from './en/sending.json'
import spouseEn from './en/spouse.json'
import statementEn from './en/statement.json'
import worklistEn from './en/worklist.json'
import teamEn from './en/team.json'
import telephoneEn from './en/telephone.json'
import trailEn from './en/trail.json'
import accessFr from './fr/access.json'
import accountFr from './fr/account.json'
import administrationFr from './fr/administration.json'
import admissionFr from './fr/admission.json'
import applicationFr from './fr/application.json'
import assistedFr from './fr/assisted.json'
import benefitFr from './fr/benefit.json'
import calendarFr from './fr/calendar.json'
import casefileFr from './fr/casefile.json'
import closingFr from './fr/closing.json'
import commonFr from './fr/common.json'
import decidingFr from './fr/deciding.json'
import decisionsFr from './fr/decisions.json'
import demoFr from './fr/demo.json'
import documentsFr from './fr/documents.json'
import eligibilityFr from './fr/eligibility.json'
import enteringFr from './fr/entering.json'
import errorFr from './fr/error.json'
import estimatesFr from './fr/estimates.json'
import estimatorFr from './fr/estimator.json'
import exportsFr from './fr/exports.json'
import extendingFr from './fr/extending.json'
import followingFr from './fr/following.json'
import informationFr from './fr/information.json'
import incidentsFr from './fr/incidents.json'
import lettersFr from './fr/letters.json'
import mandatesFr from './fr/mandates.json'
import messagesFr from './fr/messages.json'
import movementsFr from './fr/movements.json'
import mydataFr from './fr/mydata.json'
import noticesFr from './fr/notices.json'
import officesFr from './fr/offices.json'
import openingFr from './fr/opening.json'
import paymentsFr from './fr/payments.json'
import privacyFr from './fr/privacy.json'
import proposalsFr from './fr/proposals.json'
import publicFr from './fr/public.json'
import ratesFr from './fr/rates.json'
import receiptFr from './fr/receipt.json'
import resultsFr from './fr/results.json'
import reviewFr from './fr/review.json'
import reviewsFr from './fr/reviews.json'
import searchFr from './fr/search.json'
import sendingFr from './fr/sending.json'
import spouseFr from './fr/spouse.json'
import statementFr from './fr/statement.json'
import worklistFr from './fr/worklist.json'
import teamFr from './fr/team.json'
import telephoneFr from './fr/telephone.json'
import trailFr from './fr/trail.json'

/*
 * One file per subject and language. French is the source: its keys are the type of both, so a sentence
 * missing in English does not compile. A new subject is one import and one line per language.
 */
const fr = {
  access: accessFr,
  account: accountFr,
  administration: administrationFr,
  admission: admissionFr,
  application: applicationFr,
  assisted: assistedFr,
  benefit: benefitFr,
  calendar: calendarFr,
  casefile: casefileFr,
  closing: closingFr,
  common: commonFr,
  deciding: decidingFr,
  decisions: decisionsFr,
  demo: demoFr,
  documents: documentsFr,
  eligibility: eligibilityFr,
  entering: enteringFr,
  error: errorFr,
  estimates: estimatesFr,
  estimator: estimatorFr,
  exports: exportsFr,
  extending: extendingFr,
  following: followingFr,
  information: informationFr,
  incidents: incidentsFr,
  letters: lettersFr,
  mandates: mandatesFr,
  messages: messagesFr,
  movements: movementsFr,
  mydata: mydataFr,
  notices: noticesFr,
  offices: officesFr,
  opening: openingFr,
  payments: paymentsFr,
  privacy: privacyFr,
  proposals: proposalsFr,
  public: publicFr,
  rates: ratesFr,
  receipt: receiptFr,
  results: resultsFr,
  review: reviewFr,
  reviews: reviewsFr,
  search: searchFr,
  sending: sendingFr,
  spouse: spouseFr,
  statement: statementFr,
  worklist: worklistFr,
  team: teamFr,
  telephone: telephoneFr,
  trail: trailFr,
}
const en: typeof fr = {
  access: accessEn,
  account: accountEn,
  administration: administrationEn,
  admission: admissionEn,
  application: applicationEn,
  assisted: assistedEn,
  benefit: benefitEn,
  calendar: calendarEn,
  casefile: casefileEn,
  closing: closingEn,
  common: commonEn,
  deciding: decidingEn,
  decisions: decisionsEn,
  demo: demoEn,
  documents: documentsEn,
  eligibility: eligibilityEn,
  entering: enteringEn,
  error: errorEn,
  estimates: estimatesEn,
  estimator: estimatorEn,
  exports: exportsEn,
  extending: extendingEn,
  following: followingEn,
  information: informationEn,
  incidents: incidentsEn,
  letters: lettersEn,
  mandates: mandatesEn,
  messages: messagesEn,
  movements: movementsEn,
  mydata: mydataEn,
  notices: noticesEn,
  offices: officesEn,
  opening: openingEn,
  payments: paymentsEn,
  privacy: privacyEn,
  proposals: proposalsEn,
  public: publicEn,
  rates: ratesEn,
  receipt: receiptEn,
  results: resultsEn,
  review: reviewEn,
  reviews: reviewsEn,
  search: searchEn,
  sending: sendingEn,
  spouse: spouseEn,
  statement: statementEn,
  worklist: worklistEn,
  team: teamEn,
  telephone: telephoneEn,
  trail: trailEn,
}

export const messages: Record<Locale, typeof fr> = { fr, en }

declare module 'next-intl' {
  interface AppConfig {
    Locale: Locale
    Messages: typeof fr
  }
}
