/** How much may be asked through the open endpoints. They share one count. */
export const limits = {
  name: 'estimates',
  /** Requests of one address; a list of a thousand households counts once. */
  perMinute: 600,
  /** Room for more than a thousand households in every detail, so that too many are told so. */
  maxBytes: 4 * 1024 * 1024,
} as const
