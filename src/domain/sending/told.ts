import type { Instant } from '../calendar'

/** What a message that leaves the house tells. Nothing else does: neither a name, nor a file, nor the programme. */
export type Told =
  | { readonly about: 'code' | 'applicationCode'; readonly code: string }
  | { readonly about: 'waiting' | 'receipt' }
  /** `until`: the limit it reminds of; null once it is past. */
  | { readonly about: 'reminder'; readonly until: Instant | null }
  | {
      readonly about: 'account'
      readonly what: 'contact' | 'address' | 'deposit' | 'frozen' | 'lifted'
      /** The token by which its reader stops the changes, without signing in. */
      readonly freeze: string | null
    }
