import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Attempts, longestDelay, type Tally, waitSeconds } from '@/domain/access/delay'

/*
 * Numbered cases, before the code:
 *   DL-01 nobody waits before a first failure, nor after two: a mistake is not an attack
 *   DL-02 one file from one address: from the third failure on, twice as long each time, at most fifteen minutes
 *   DL-03 one file from everywhere: at most thirty seconds
 *   DL-04 one address on every file: at most a minute, and not before thirty failures: a library signs many people in
 *   DL-05 waiting runs out; what is a day old is forgotten
 *   DL-06 an address that has opened this file waits for its own failures only: nobody elsewhere can shut it out
 *   DL-07 the longest of the three is waited, in whole seconds, rounded up
 *   DL-08 a clock that went back holds nobody
 */
const none: Attempts = { failures: 0, secondsAgo: null }
const nobody: Tally = { pair: none, file: none, address: none, known: false }
const failed = (failures: number, secondsAgo = 0): Attempts => ({ failures, secondsAgo })

describe('waiting between attempts to sign in', () => {
  it('DL-01 a first mistake, and a second, cost nothing', () => {
    expect(waitSeconds(nobody)).toBe(0)
    for (const failures of [1, 2]) {
      const same = failed(failures)
      expect(waitSeconds({ pair: same, file: same, address: same, known: false })).toBe(0)
    }
  })

  it('DL-02 one file from one address: 5 s, twice as long each time, fifteen minutes at most', () => {
    const waits = [3, 4, 5, 6, 10, 11, 40, 2_000].map((count) =>
      waitSeconds({ ...nobody, pair: failed(count) }),
    )
    expect(waits).toEqual([5, 10, 20, 40, 640, 900, 900, 900])
  })

  it('DL-03 one file from everywhere: thirty seconds at most', () => {
    const waits = [4, 5, 6, 8, 9, 1_000_000].map((count) => waitSeconds({ ...nobody, file: failed(count) }))
    expect(waits).toEqual([0, 2, 4, 16, 30, 30])
  })

  it('DL-04 one address on every file: after thirty failures, a minute at most', () => {
    const waits = [29, 30, 31, 34, 35, 1_000_000].map((count) =>
      waitSeconds({ ...nobody, address: failed(count) }),
    )
    expect(waits).toEqual([0, 2, 4, 32, 60, 60])
  })

  it('DL-05 it runs out, and a day later nothing is left of it', () => {
    expect(waitSeconds({ ...nobody, pair: failed(11, 899) })).toBe(1)
    expect(waitSeconds({ ...nobody, pair: failed(11, 900) })).toBe(0)
    expect(waitSeconds({ ...nobody, pair: failed(11, 86_400) })).toBe(0)
  })

  it('DL-06 where the file was opened before, only failures from there count', () => {
    const attacked = { ...nobody, file: failed(1_000), address: failed(1_000) }
    expect(waitSeconds(attacked)).toBe(60)
    expect(waitSeconds({ ...attacked, known: true })).toBe(0)
    expect(waitSeconds({ ...attacked, pair: failed(4), known: true })).toBe(10)
  })

  it('DL-07 the longest is waited, rounded up', () => {
    const tally = { pair: failed(4, 0.2), file: failed(9), address: failed(33), known: false }
    expect(waitSeconds(tally)).toBe(30)
    expect(waitSeconds({ ...nobody, pair: failed(4, 0.2) })).toBe(10)
    expect(waitSeconds({ ...nobody, pair: failed(4, 9.9) })).toBe(1)
  })

  it('DL-08 a failure that is still to come holds nobody', () => {
    expect(waitSeconds({ ...nobody, pair: failed(11, -3_600) })).toBe(0)
  })

  it('never negative, never past the cap, never shorter for one more failure', () => {
    const count = fc.nat(5_000)
    fc.assert(
      fc.property(count, count, count, fc.double({ min: 0, max: 90_000, noNaN: true }), (p, f, a, ago) => {
        const tally = (more: number) => ({
          pair: failed(p + more, ago),
          file: failed(f + more, ago),
          address: failed(a + more, ago),
          known: false,
        })
        const wait = waitSeconds(tally(0))
        expect(wait).toBeGreaterThanOrEqual(0)
        expect(wait).toBeLessThanOrEqual(longestDelay)
        expect(waitSeconds(tally(1))).toBeGreaterThanOrEqual(wait)
      }),
    )
  })
})
