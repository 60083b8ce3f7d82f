import { instantOf, type Instant } from '../calendar'
import type { Interruption } from './interruption'

/** One try of the service: whether a statement could be filed, and whether people could sign in. */
export type Heartbeat = {
  /** By the clock of the product. */
  readonly at: Instant
  /** By the clock of the machine: how long it was between two. */
  readonly beatAt: Instant
  readonly files: boolean
  readonly signsIn: boolean
}

/** A try is made each minute; one may be late. Longer than this without one, nobody could file. Milliseconds. */
const LONGEST_SILENCE = 150_000

/**
 * What was away and is back, oldest first: between the last try that went well and the next one that did, when there was a
 * silence or a failure between them. All of that time counts: of the minutes between two tries nothing is known.
 *
 * @param beats in the order they were made
 */
export function interruptionsIn(beats: readonly Heartbeat[]): Interruption[] {
  return [
    ...between(beats, 'portal', ({ files }) => files),
    ...between(beats, 'signIn', ({ signsIn }) => signsIn),
  ].sort((one, other) => (one.from < other.from ? -1 : 1))
}

function between(
  beats: readonly Heartbeat[],
  kind: Interruption['kind'],
  wentWell: (beat: Heartbeat) => boolean,
): Interruption[] {
  const found: Interruption[] = []
  let last: Heartbeat | null = null
  let failed = false
  for (const beat of beats) {
    if (!wentWell(beat)) {
      failed = true
      continue
    }
    if (last) {
      const length = Date.parse(beat.beatAt) - Date.parse(last.beatAt)
      // A silence is of the portal: whoever cannot file need not sign in.
      if (length > 0 && (failed || (length > LONGEST_SILENCE && kind === 'portal')))
        found.push({ kind, from: instantOf(new Date(Date.parse(beat.at) - length)), until: beat.at })
    }
    last = beat
    failed = false
  }
  return found
}
