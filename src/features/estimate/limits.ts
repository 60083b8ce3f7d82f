/** How much may be asked through the open endpoints. They share one count. */
export const limits = {
  name: 'estimates',
  /**
   * Requests of one address, to one process; a list of a thousand households counts once. An office, or a whole site
   * without a proxy that tells addresses apart, shares one: it must be far above what people ask by hand.
   */
  perMinute: 3_000,
  /** Room for more than a thousand households in every detail, so that too many are told so. */
  maxBytes: 4 * 1024 * 1024,
} as const
