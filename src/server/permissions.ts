/** How surely we know who is looking, weakest first (trust.md). */
const assurances = ['none', 'code', 'code+otp', 'oidc', 'step-up'] as const
export type Assurance = (typeof assurances)[number]

export type Role =
  | 'anonymous'
  | 'applicant'
  | 'citizen'
  | 'representative'
  | 'assistant'
  | 'caller'
  | 'agent'
  | 'contact'
  | 'supervisor'
  | 'auditor'
  | 'worker'
export type StaffRole = 'agent' | 'contact' | 'supervisor' | 'auditor'

/** What a mandate may allow: reading the file, filing its statements, reporting its changes. */
export type MandateRight = 'read' | 'file' | 'report'

const everyone = [
  'anonymous',
  'applicant',
  'citizen',
  'representative',
  'agent',
  'contact',
  'supervisor',
  'auditor',
] as const
const forThePerson = ['citizen', 'representative'] as const
/** A member of the staff in the place of the person who asked for it (`assisted.ts`) does what the person would. */
const withThePerson = ['citizen', 'representative', 'assistant'] as const
/** And the person themself, on the automated telephone line. */
const withACaller = [...withThePerson, 'caller'] as const

/**
 * Who may do what, and how surely they must be known. `mandate` is what a representative's mandate must allow. What is
 * not here cannot be asked for: it does not compile.
 */
const permissions = {
  'telephone:call': { who: everyone, least: 'none' },
  'statement:hear': { who: ['caller'], least: 'code' },
  'call-back:ask': { who: ['caller'], least: 'code' },
  'access-code:replace': { who: ['caller'], least: 'code' },
  'session:start': { who: everyone, least: 'none' },
  'session:extend': { who: everyone, least: 'none' },
  'session:end': { who: everyone, least: 'none' },
  'preferences:set': { who: everyone, least: 'none' },
  'receipt:check': { who: everyone, least: 'none' },
  'estimator:use': { who: everyone, least: 'none' },
  'demo:clock': { who: everyone, least: 'none' },
  'application:start': { who: everyone, least: 'none' },
  'application:resume': { who: everyone, least: 'none' },
  'application:fill': { who: ['applicant'], least: 'code' },
  'application:attach': { who: ['citizen'], least: 'code+otp' },
  'application:review': { who: ['agent', 'supervisor'], least: 'oidc' },
  'application:ask-review': { who: ['applicant'], least: 'code' },
  'decision:ask-review': { who: ['citizen'], least: 'code+otp' },
  'statement:read': { who: withThePerson, least: 'code+otp', mandate: 'read' },
  'statement:file': { who: withACaller, least: 'code', mandate: 'file' },
  'statement:confirm': { who: ['citizen'], least: 'code+otp' },
  'decision:read': { who: forThePerson, least: 'code+otp', mandate: 'read' },
  'change:report': { who: withThePerson, least: 'code+otp', mandate: 'report' },
  'message:write': { who: ['citizen'], least: 'code+otp' },
  'message:answer': { who: ['agent', 'supervisor'], least: 'oidc' },
  'parked:restore': { who: forThePerson, least: 'code+otp', mandate: 'read' },
  'mandate:act': { who: forThePerson, least: 'code+otp' },
  'mandate:end': { who: ['citizen'], least: 'code+otp' },
  'access-code:ask': { who: ['citizen'], least: 'code+otp' },
  'file:assist': { who: ['agent', 'contact', 'supervisor'], least: 'oidc' },
  'sign-in:assist': { who: ['agent', 'contact', 'supervisor'], least: 'oidc' },
  'account:read': { who: ['citizen'], least: 'code+otp' },
  'account:change': { who: ['citizen'], least: 'code+otp' },
  'account:move-money': { who: ['citizen'], least: 'step-up' },
  'account:close': { who: ['citizen'], least: 'step-up' },
  'account:freeze': { who: ['citizen'], least: 'code+otp' },
  'reminders:stop': { who: everyone, least: 'none' },
  'account:freeze-by-link': { who: everyone, least: 'none' },
  'account:lift-freeze': { who: ['agent', 'supervisor'], least: 'oidc' },
  'file:read': { who: ['agent', 'supervisor'], least: 'oidc' },
  'statement:extend': { who: ['agent', 'supervisor'], least: 'oidc' },
  'file:close': { who: ['agent', 'supervisor'], least: 'oidc' },
  'file:note': { who: ['agent', 'supervisor'], least: 'oidc' },
  'task:verify': { who: ['agent', 'supervisor'], least: 'oidc' },
  'review:read': { who: ['agent', 'supervisor'], least: 'oidc' },
  'task:move': { who: ['agent', 'supervisor'], least: 'oidc' },
  'review:answer': { who: ['agent', 'supervisor'], least: 'oidc' },
  'application:admit': { who: ['agent', 'supervisor'], least: 'oidc' },
  'tasks:share': { who: ['agent', 'supervisor'], least: 'oidc' },
  'letters:print': { who: ['agent', 'supervisor'], least: 'oidc' },
  'access-code:renew': { who: ['agent', 'supervisor'], least: 'oidc' },
  'file:open': { who: ['agent', 'contact', 'supervisor'], least: 'oidc' },
  'application:follow': { who: ['contact'], least: 'oidc' },
  'trail:search': { who: ['auditor'], least: 'oidc' },
  'export:make': { who: ['supervisor', 'auditor'], least: 'oidc' },
  'proposal:make': { who: ['supervisor'], least: 'oidc' },
  'payments:release': { who: ['supervisor'], least: 'oidc' },
  'administration:read': { who: ['supervisor'], least: 'oidc' },
  'team:lead': { who: ['supervisor'], least: 'oidc' },
  'privacy:ask': { who: ['citizen'], least: 'code+otp' },
  'privacy:answer': { who: ['supervisor'], least: 'oidc' },
  'incident:record': { who: ['supervisor'], least: 'oidc' },
  'incident:read': { who: ['supervisor', 'auditor'], least: 'oidc' },
  'notices:publish': { who: ['supervisor'], least: 'oidc' },
} as const satisfies Record<string, { who: readonly Role[]; least: Assurance; mandate?: MandateRight }>

export type Right = keyof typeof permissions
/** The rights a role may ever have: a citizen's endpoint cannot name an agent's right. */
export type RightOf<R extends Role> = {
  [Name in Right]: R extends (typeof permissions)[Name]['who'][number] ? Name : never
}[Right]

/** Whether a role, known this surely, has a right; a representative, whether their mandate carries it. */
export function mayRole(
  role: Role,
  assurance: Assurance,
  right: Right,
  mandateRights: readonly MandateRight[] = [],
): boolean {
  const { who, least, mandate } = permissions[right] as {
    who: readonly Role[]
    least: Assurance
    mandate?: MandateRight
  }
  if (!who.includes(role) || assurances.indexOf(assurance) < assurances.indexOf(least)) return false
  return role !== 'representative' || mandate === undefined || mandateRights.includes(mandate)
}
