import 'server-only'
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible'

/** One for the whole process: the framework gives each endpoint its own copy of this module. */
const shared = globalThis as { quinzeLimits?: Map<string, RateLimiterMemory> | undefined }

/**
 * Counts one more request of an address under a name, and says how many seconds to wait before the next: none while
 * there are at most `perMinute` in a minute. Kept in this process only, as it must not cost a question to the database.
 */
export async function secondsToWait(name: string, address: string, perMinute: number): Promise<number> {
  const limits = (shared.quinzeLimits ??= new Map<string, RateLimiterMemory>())
  let limit = limits.get(name)
  if (!limit) limits.set(name, (limit = new RateLimiterMemory({ points: perMinute, duration: 60 })))
  try {
    await limit.consume(address)
    return 0
  } catch (refusal) {
    if (!(refusal instanceof RateLimiterRes)) throw refusal
    return Math.max(1, Math.ceil(refusal.msBeforeNext / 1000))
  }
}
