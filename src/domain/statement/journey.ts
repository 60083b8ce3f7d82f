import { changeTopics, type ChangeTopic } from './answers'

/** The pages of a statement or of a change report, in their order. */
export type JourneyPage = 'start' | 'questions' | 'verification'

/** What the path of a person depends on. */
export type JourneyAnswers = {
  readonly kind: 'statement' | 'change'
  readonly ticked: readonly ChangeTopic[]
  /** An estimate of last month turned out otherwise. */
  readonly estimateDiffers: boolean
  /** The statement was sent before and is being corrected. */
  readonly correcting: boolean
}

/** The topics to ask about, once each, in the order of the house. */
export function questionsFor(ticked: readonly string[]): ChangeTopic[] {
  return changeTopics.filter((topic) => ticked.includes(topic))
}

/**
 * The pages this person goes through. An unchanged statement is one page. A changed amount is always shown with
 * its effect before it is sent, and a correction always says why, so both pass by the verification.
 */
export function journeyPages(answers: JourneyAnswers): JourneyPage[] {
  if (answers.kind === 'change' || answers.ticked.length > 0) return ['start', 'questions', 'verification']
  if (answers.estimateDiffers || answers.correcting) return ['start', 'verification']
  return ['start']
}

/** The page after `page`, or null when the next thing is to send. */
export function pageAfter(page: JourneyPage, answers: JourneyAnswers): JourneyPage | null {
  const pages = journeyPages(answers)
  return pages[pages.indexOf(page) + 1] ?? null
}

/** The page from which the statement is sent. */
export function sendingPage(answers: JourneyAnswers): JourneyPage {
  return journeyPages(answers).at(-1) ?? 'start'
}
