/*
 * What the pages of coming and going can say. What happened is in their address: a reason, never anything a person
 * typed.
 */

/** How long a wait can be told to be, in seconds: rounded up, so that nobody comes too early. */
const waitSteps = [5, 10, 20, 30, 60, 120, 300, 600, 900] as const

/**
 * Why one is where one comes back. `over`: there is no visit. `expired`: it ran out. `wrong`: what was typed opens
 * nothing. `left`: one quit. `restored`: a form that came too late was put back; `partly`: not all of it could be.
 */
const resumeReasons = ['over', 'expired', 'wrong', 'left', 'restored', 'partly'] as const
type ResumeReason = (typeof resumeReasons)[number]
export type Reason = { readonly is: ResumeReason } | { readonly is: 'wait'; readonly seconds: number }

/** The reason an address gives; null when it is none of ours. */
export function reasonOf(address: string): Reason | null {
  const seconds = waitSteps.find((step) => address === `wait-${step}`)
  if (seconds !== undefined) return { is: 'wait', seconds }
  const is = resumeReasons.find((reason) => reason === address)
  return is ? { is } : null
}

/** A reason as an address. */
export const addressOfReason = (reason: Reason): string =>
  reason.is === 'wait' ? addressOfWait(reason.seconds) : reason.is

/** A wait as an address. */
export const addressOfWait = (seconds: number): string =>
  `wait-${waitSteps.find((step) => step >= seconds) ?? waitSteps.at(-1)}`

/** What is wrong with a word or an address for a code. */
export const codeReasons = ['short', 'long', 'email'] as const
export type CodeReason = (typeof codeReasons)[number]
