import { isPostalCode } from '../offices/postal-code'

/*
 * The numbers people copy from a cheque, and the code of their address. A reader answers the value as it is kept, or
 * null when it is not one.
 */

/** A postal code of Québec as it is kept, `G1R 4S9`. */
export function readPostalCode(typed: string): string | null {
  const text = typed.replace(/[\s-]/g, '').toUpperCase()
  const code = `${text.slice(0, 3)} ${text.slice(3)}`
  return isPostalCode(code) ? code : null
}

const digits =
  (pattern: RegExp) =>
  (typed: string): string | null => {
    const text = typed.normalize('NFKC').replace(/[\s-]/g, '')
    return pattern.test(text) ? text : null
  }

/** The number of a financial institution: three digits. */
export const readInstitution = digits(/^\d{3}$/)
/** The number of a branch, the transit: five digits. */
export const readTransit = digits(/^\d{5}$/)
/** The number of an account: seven to twelve digits. */
export const readAccount = digits(/^\d{7,12}$/)

/** An account as it is shown: its last four digits. */
export const maskAccount = (account: string): string => `•••• ${account.slice(-4)}`
