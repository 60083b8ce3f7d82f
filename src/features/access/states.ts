import type { Channel } from '@/server/one-time-codes'

/*
 * What the pages of signing in can say. They are made ahead, so what went wrong is in their address: a reason, never
 * anything a person typed.
 */

/** The fields of the proof, as an address names them. */
export const proofFields = ['file', 'birth', 'code'] as const
export type ProofField = (typeof proofFields)[number]

/** Every way the fields can be unreadable: `check-file`, `check-file-birth`, … */
export const checks: readonly string[] = [1, 2, 3, 4, 5, 6, 7].map((bits) =>
  checkOf(proofFields.filter((_, index) => bits & (1 << index))),
)

export function checkOf(fields: readonly ProofField[]): string {
  return ['check', ...fields].join('-')
}

/** The fields a reason is about. */
export const fieldsOf = (reason: string | undefined): ProofField[] =>
  proofFields.filter((field) => reason?.startsWith('check-') && reason.split('-').includes(field))

/** `refused`: the proof proves nobody, whatever is wrong with it. `over`: the code sent can no longer be used. */
export const accessReasons = ['refused', 'over'] as const
export const claimReasons = [
  'refused',
  'over',
  'identity-used',
  'person-has-identity',
  'identity-over',
] as const
export type ClaimReason = (typeof claimReasons)[number]

/** Which way someone came to a one-time code: to sign in, or to link an identity. */
export type Errand = 'sign-in' | 'claim'
const channels: readonly Channel[] = ['email', 'text', 'desk']
type CodeFault = 'wrong' | 'shape'

/** What the page of the one-time code says, as its address. Back from a wait it no longer knows the channel. */
export type CodeState = {
  readonly errand: Errand
  readonly channel: Channel | 'any'
  readonly fault?: CodeFault | undefined
}

export const codeStates: readonly CodeState[] = (['sign-in', 'claim'] as const).flatMap((errand) =>
  ([...channels, 'any'] as const).flatMap((channel) =>
    [undefined, 'wrong' as const, 'shape' as const].map((fault) => ({ errand, channel, fault })),
  ),
)

export const addressOfState = ({ errand, channel, fault }: CodeState): string =>
  [errand === 'claim' ? 'link' : null, channel, fault].filter(Boolean).join('-')

export const findState = (address: string): CodeState | undefined =>
  codeStates.find((state) => addressOfState(state) === address)

/** Where a wait leads back to, and how long it can be told to be: rounded up, so that nobody comes too early. */
export const waitsFrom = ['access', 'link', 'received', 'link-received'] as const
export type WaitFrom = (typeof waitsFrom)[number]
const waitSteps = [5, 10, 20, 30, 60, 120, 300, 600, 900] as const

export type Wait = { readonly from: WaitFrom; readonly seconds: number }
export const waits: readonly Wait[] = waitsFrom.flatMap((from) =>
  waitSteps.map((seconds) => ({ from, seconds })),
)
export const addressOfWait = ({ from, seconds }: Wait): string =>
  `${from}-${waitSteps.find((step) => step >= seconds) ?? waitSteps.at(-1)}`
export const findWait = (address: string): Wait | undefined =>
  waits.find((wait) => addressOfWait(wait) === address)

const toldStates = ['code', 'nothing', 'check-file', 'check-birth', 'check-file-birth']
/** Whether the page of assisted sign-in has this to say after it was sent. */
export const isTold = (state: string): boolean => toldStates.includes(state)
