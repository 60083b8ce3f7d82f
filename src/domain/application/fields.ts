import { homeFields } from './fields/home'
import { moneyFields } from './fields/money'
import { situationFields } from './fields/situation'
import { youFields } from './fields/you'

/**
 * What each page asks. The pages themselves, and when each is asked, are in `questions.ts`. Where a field has no
 * condition it is asked whenever its page is.
 */
export const fields = { ...youFields, ...homeFields, ...situationFields, ...moneyFields } as const
