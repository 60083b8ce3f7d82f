/** How a message leaves. */
export type Channel = 'email' | 'text'
/** By which way, and where to. */
export type Way = { readonly channel: Channel; readonly to: string }

/** How someone wants to be told of things. A letter is of the office: only reminders are written so. */
export type NotifyBy = Channel | 'letter' | 'none'

/** How someone can be reached, and how they want to be told of things. */
export type Reach = {
  readonly email: string | null
  readonly mobile: string | null
  readonly notifyBy: NotifyBy | null
}

/**
 * The way a message takes to someone, the ways already refused left out: the first of `first`, of their own wish, of an
 * e-mail, of a text. Null when nothing reaches them.
 */
export function wayTo(
  { email, mobile, notifyBy }: Reach,
  refused: readonly Channel[],
  first?: Channel,
): Way | null {
  const order = [first, notifyBy, 'email', 'text'] as const
  for (const channel of order) {
    if ((channel !== 'email' && channel !== 'text') || refused.includes(channel)) continue
    const to = channel === 'email' ? email : mobile
    if (to !== null) return { channel, to }
  }
  return null
}

/** Minutes before each next try of what could not leave; the last one repeats. Decision of the project. */
const PAUSES = [1, 2, 5, 15, 60, 240]
/** A way that failed for this long does not reach the person: another is taken. Decision of the project. */
const HOURS_UNTIL_REFUSED = 24

/** Minutes until the next try, after the nth that failed. */
export const pauseAfter = (tries: number): number => PAUSES[Math.min(tries, PAUSES.length) - 1] ?? PAUSES[0]!

/** Whether a way has failed for too long. */
export const isGivenUp = (failingForMs: number): boolean => failingForMs >= HOURS_UNTIL_REFUSED * 3_600_000
