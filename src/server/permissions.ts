/** How surely we know who is looking, weakest first (trust.md). */
const assurances = ['none', 'code', 'code+otp', 'oidc', 'step-up'] as const
export type Assurance = (typeof assurances)[number]

export type Role = 'anonymous' | 'citizen' | 'agent' | 'contact' | 'supervisor' | 'auditor' | 'worker'
export type StaffRole = 'agent' | 'contact' | 'supervisor' | 'auditor'

const everyone = ['anonymous', 'citizen', 'agent', 'contact', 'supervisor', 'auditor'] as const

/** Who may do what, and how surely they must be known. What is not here cannot be asked for: it does not compile. */
const permissions = {
  'session:start': { who: everyone, least: 'none' },
  'session:end': { who: everyone, least: 'none' },
  'preferences:set': { who: everyone, least: 'none' },
  'receipt:check': { who: everyone, least: 'none' },
  'demo:clock': { who: everyone, least: 'none' },
  'statement:read': { who: ['citizen'], least: 'code+otp' },
  'statement:file': { who: ['citizen'], least: 'code' },
  'statement:confirm': { who: ['citizen'], least: 'code+otp' },
  'change:report': { who: ['citizen'], least: 'code+otp' },
  'parked:restore': { who: ['citizen'], least: 'code+otp' },
  'review:read': { who: ['agent', 'supervisor'], least: 'oidc' },
} as const satisfies Record<string, { who: readonly Role[]; least: Assurance }>

export type Right = keyof typeof permissions
/** The rights a role may ever have: a citizen's endpoint cannot name an agent's right. */
export type RightOf<R extends Role> = {
  [Name in Right]: R extends (typeof permissions)[Name]['who'][number] ? Name : never
}[Right]

/** Whether a role, known this surely, has a right. */
export function mayRole(role: Role, assurance: Assurance, right: Right): boolean {
  const { who, least } = permissions[right] as { who: readonly Role[]; least: Assurance }
  return who.includes(role) && assurances.indexOf(assurance) >= assurances.indexOf(least)
}
