import { applicantOf } from '@/server/applicant'
import type { Viewer } from '@/server/viewer'

type Handler = (request: Request, context: { params: Promise<undefined> }) => Promise<Response>
type Fields = Record<string, string | readonly string[]>

let count = 0

/** A browser without scripts: it sends plain forms, keeps the cookies it is given, and has an address of its own. */
export class Browser {
  readonly cookies = new Map<string, string>()
  readonly address = `198.51.100.${(count += 1)}`

  /** Sends a form to an address, as its page does; the answer as a browser meets it. */
  async post(route: Promise<{ POST: Handler }>, path: string, fields: Fields, from = '/fr/demande') {
    const body = new URLSearchParams()
    for (const [name, value] of Object.entries(fields)) {
      for (const one of [value].flat()) body.append(name, one)
    }
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    const request = new Request(`http://localhost:3015${path}`, {
      method: 'POST',
      body,
      headers: {
        cookie,
        'x-forwarded-for': this.address,
        'sec-fetch-site': 'same-origin',
        referer: `http://localhost:3015${from}`,
      },
    })
    const response = await (await route).POST(request, { params: Promise.resolve(undefined) })
    for (const header of response.headers.getSetCookie()) {
      const [name, value] = header.split(';')[0]!.split('=') as [string, string]
      if (/Max-Age=0/.test(header)) this.cookies.delete(name)
      else this.cookies.set(name, value)
    }
    return {
      status: response.status,
      to: response.headers.get('location') ?? '',
      set: response.headers.getSetCookie(),
      headers: response.headers,
    }
  }

  start = (fields: Fields) => this.post(import('@/app/api/applications/route'), '/api/applications', fields)
  makeCode = (fields: Fields) =>
    this.post(import('@/app/api/application/code/route'), '/api/application/code', fields)
  comeBack = (fields: Fields) =>
    this.post(import('@/app/api/application/resumption/route'), '/api/application/resumption', fields)
  leave = () => this.post(import('@/app/api/application/leaving/route'), '/api/application/leaving', {})
  extend = (returnTo: string) =>
    this.post(import('@/app/api/application/extension/route'), '/api/application/extension', { returnTo })
  attach = () =>
    this.post(import('@/app/api/application/attachment/route'), '/api/application/attachment', {})
  open = (application: string) =>
    this.post(import('@/app/api/application/opening/route'), '/api/application/opening', { application })
  answer = (question: string, fields: Fields) =>
    this.post(import('@/app/api/application/answers/route'), '/api/application/answers', {
      question,
      intent: 'continue',
      ...fields,
    })
  makeSpouseCode = () =>
    this.post(import('@/app/api/application/spouse-code/route'), '/api/application/spouse-code', {})
  confirm = (fields: Fields) =>
    this.post(import('@/app/api/application/confirmation/route'), '/api/application/confirmation', fields)

  viewer = async (): Promise<Viewer> => (await applicantOf(this.cookies.get('quinze-application'))).viewer
}
