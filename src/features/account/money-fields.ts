import {
  maskAccount,
  readAccount,
  readInstitution,
  readPostalCode,
  readTransit,
} from '@/domain/account/where-to-pay'

/** A new address, as typed and as kept. */
export type TypedAddress = {
  readonly street: string
  readonly unit: string
  readonly city: string
  readonly postalCode: string
}
export type AddressProblem = {
  readonly field: keyof TypedAddress
  readonly problem: 'streetNeeded' | 'unitTooLong' | 'cityNeeded' | 'postalCodeFormat'
}

/** The longest line of an address an envelope can carry. */
const LONGEST_LINE = 80

/** Reads a new address: it, or everything to put right. */
export function readAddress(
  typed: TypedAddress,
): { readonly address: TypedAddress } | { readonly problems: readonly AddressProblem[] } {
  const [street, unit, city] = [typed.street, typed.unit, typed.city].map((line) =>
    line.replace(/\s+/g, ' ').trim(),
  ) as [string, string, string]
  const postalCode = readPostalCode(typed.postalCode)
  const problems: AddressProblem[] = []
  if (street === '' || street.length > LONGEST_LINE)
    problems.push({ field: 'street', problem: 'streetNeeded' })
  if (unit.length > LONGEST_LINE) problems.push({ field: 'unit', problem: 'unitTooLong' })
  if (city === '' || city.length > LONGEST_LINE) problems.push({ field: 'city', problem: 'cityNeeded' })
  if (postalCode === null) problems.push({ field: 'postalCode', problem: 'postalCodeFormat' })
  return problems.length > 0 || postalCode === null
    ? { problems }
    : { address: { street, unit, city, postalCode } }
}

/** The three numbers of a direct deposit, as typed. */
export type TypedDeposit = {
  readonly institution: string
  readonly transit: string
  readonly account: string
}
export type DepositProblem = {
  readonly field: keyof TypedDeposit
  readonly problem: 'institutionFormat' | 'transitFormat' | 'accountFormat'
}

/** Reads the three numbers: what is sealed and what is shown of it, or everything to put right. */
export function readDeposit(
  typed: TypedDeposit,
): { readonly numbers: string; readonly masked: string } | { readonly problems: readonly DepositProblem[] } {
  const [institution, transit, account] = [
    readInstitution(typed.institution),
    readTransit(typed.transit),
    readAccount(typed.account),
  ]
  const problems: DepositProblem[] = []
  if (institution === null) problems.push({ field: 'institution', problem: 'institutionFormat' })
  if (transit === null) problems.push({ field: 'transit', problem: 'transitFormat' })
  if (account === null) problems.push({ field: 'account', problem: 'accountFormat' })
  if (institution === null || transit === null || account === null) return { problems }
  return { numbers: `${institution}-${transit}-${account}`, masked: maskAccount(account) }
}
