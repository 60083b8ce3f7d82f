/*
 * How a caller is known before a member of the staff files or applies in their place. By what only they should have,
 * by what only they should know, or by what is seen.
 */

/** How someone who is helped reaches the agency. */
export const assistedChannels = ['telephone', 'counter', 'paper'] as const
export type AssistedChannel = (typeof assistedChannels)[number]

/** `card`: a paper with their photo, seen at the counter. `signature`: the one on the paper they handed in. */
export const identificationWays = ['accessCode', 'questions', 'card', 'signature'] as const
export type IdentificationWay = (typeof identificationWays)[number]

/** The ways that can prove someone over each channel. Nobody shows a card on the telephone. */
export const waysOf: Readonly<Record<AssistedChannel, readonly IdentificationWay[]>> = {
  telephone: ['accessCode', 'questions'],
  counter: ['card', 'accessCode', 'questions'],
  paper: ['signature'],
}

/** What a caller may be asked: their file answers, nobody reads the answers aloud. */
export const identityQuestions = ['postalCode', 'paymentCents', 'otherBirth', 'receipt'] as const
export type IdentityQuestion = (typeof identityQuestions)[number]

/** How many answers must be right, and how many may be wrong: people forget an amount, rarely two things. */
export const questionRule = { right: 2, wrong: 1 } as const
