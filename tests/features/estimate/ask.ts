import { POST as postEstimates } from '@/app/api/estimates/route'
import { POST as postCurve } from '@/app/api/estimates/curve/route'
import { GET as getOffices } from '@/app/api/offices/route'

export type Asking = {
  readonly headers?: Record<string, string>
  /** Sent as it is, instead of as JSON. */
  readonly raw?: string | Uint8Array<ArrayBuffer>
}
export type Both = { readonly fr: string; readonly en: string }
export type Refused = {
  readonly code: string
  readonly errors: readonly { readonly path: string; readonly rule: string; readonly text: Both }[]
}
type Said = { readonly code: string; readonly source: string; readonly text: Both }
export type Answered = {
  readonly month: string
  readonly programme: string | null
  readonly eligibility: {
    readonly outcome: string
    readonly reasons: readonly Said[]
    readonly questions: readonly Said[]
    readonly programmes: readonly { readonly outcome: string }[]
  }
  readonly benefit: {
    readonly monthlyCents: number
    readonly lines: readonly (Said & { cents: number })[]
  } | null
  readonly noBenefit: { readonly code: string; readonly text: Both } | null
  readonly provisional: boolean
}

let asked = 0

/** A program's request, each from an address of its own so that none waits for another. */
export function requestOf(path: string, body: unknown, { headers = {}, raw }: Asking = {}): Request {
  asked += 1
  return new Request(`http://localhost:3015${path}`, {
    method: 'POST',
    headers: {
      'Content-Type': 'application/json',
      'X-Forwarded-For': `10.0.${asked >> 8}.${asked & 255}`,
      ...headers,
    },
    body: raw ?? JSON.stringify(body),
  })
}

export const estimates = (body: unknown, asking?: Asking): Promise<Response> =>
  postEstimates(requestOf('/api/estimates', body, asking))

export const curve = (body: unknown, asking?: Asking): Promise<Response> =>
  postCurve(requestOf('/api/estimates/curve', body, asking))

/** Asks for offices, with whatever the address says. */
export function offices(asked: Readonly<Record<string, string>>): Promise<Response> {
  const { url, headers } = requestOf(`/api/offices?${new URLSearchParams(asked)}`, null)
  return getOffices(new Request(url, { headers }))
}

/** The answer about one household; fails the test when there is none. */
export async function answered(body: unknown): Promise<Answered> {
  const response = await estimates(body)
  const read = (await response.json()) as Answered
  if (response.status !== 200) throw new Error(JSON.stringify(read))
  return read
}

/** The refusal of a request, with its status. */
export async function refusal(response: Response): Promise<Refused & { readonly status: number }> {
  return { status: response.status, ...((await response.json()) as Refused) }
}
