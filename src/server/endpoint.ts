import 'server-only'
import type { z } from 'zod'
import type { Instant } from '@/domain/calendar'
import { defaultLocale, isLocale, type Locale } from '@/i18n/locale'
import { localeOf, paths } from '@/i18n/paths'
import { applicantOf, applicationTokenOf, parkForApplicant } from './applicant'
import { readBody, type Fields } from './body'
import { arrivalFromReading, noteDatabaseTime } from './clock'
import { readCookie } from './cookies'
import { bytesOf, readForm, type GivenFile } from './incoming'
import { logError } from './log'
import { isFromOurPages, isFromProvider } from './origin'
import { park } from './parking'
import type { Right, RightOf, Role, StaffRole } from './permissions'
import { isFormOf } from './secrets'
import type { Bytes } from './storage'
import {
  anonymousPool,
  isApplicant,
  isCitizen,
  isStaff,
  may,
  sessionCookie,
  subjectOf,
  viewerOf,
  type Applicant,
  type Citizen,
  type Staff,
  type Viewer,
} from './viewer'

/** Whom an endpoint is for. `anyone` includes people who are not signed in. */
type Audience = { applicant: Applicant; citizen: Citizen; staff: Staff; anyone: Viewer }
type RolesOf = {
  applicant: 'applicant'
  citizen: 'citizen' | 'representative'
  staff: StaffRole
  anyone: Role
}

type Spec<As extends keyof Audience, Input> = {
  readonly as: As
  readonly may: RightOf<RolesOf[As]>
  /**
   * `same-site`: cookies, and proof that the form is ours. `none`: public, cookies ignored, any origin. `signature`: the
   * requests of a provider, signed; cookies ignored, and no page in words, which it could not read.
   */
  readonly proof?: 'same-site' | 'none' | 'signature'
  /** What a provider is answered when something went wrong here. */
  readonly sorry?: () => Answer
  readonly method?: 'GET' | 'POST'
  /**
   * A body that is read as it comes, once it is known who sends it. `bytes`: the body is a piece of a file, and the
   * fields are in the address. `files`: a form with files, whose fields come before them. `form`: the same, or a body
   * without any file. Without this, the body is read whole, and is small.
   */
  readonly reads?: Reads
  /** Not kept for who must sign in again: bank numbers, codes, buttons without words. */
  readonly parks?: false
  /** Shape of the fields. A field that does not fit is the page's to explain, so schemas here are lenient. */
  readonly input: z.ZodType<Input, Fields>
  readonly run: (call: Call<Audience[As], Input>) => Promise<Answer>
}

type Reads = 'bytes' | 'files' | 'form'

export type Call<V extends Viewer, Input> = {
  readonly viewer: V
  readonly input: Input
  /** The parts of the address, `{ month: '2026-11' }`. Untrusted text. */
  readonly params: Record<string, string>
  /** The body as it comes, where the endpoint `reads` it so. */
  readonly bytes?: Bytes
  readonly files?: AsyncIterable<GivenFile>
  /** When the whole body had been read, or began to be where it is read as it comes; by the database's clock. */
  readonly arrival: Instant
  readonly locale: Locale
  readonly request: Request
}

/**
 * What an endpoint answers: a page to go to, which is a read (303 for a browser), and for programs the same as
 * a body.
 */
export type Answer = {
  readonly to: string
  readonly status?: number
  readonly data?: Record<string, unknown>
  readonly cookies?: readonly string[]
  readonly headers?: Record<string, string>
  /** A file to keep, instead of a page to go to. Its name is ours: ASCII, nothing anyone typed. */
  readonly file?: {
    readonly name: string
    readonly type: string
    readonly body: string | Uint8Array<ArrayBuffer> | ReadableStream<Uint8Array>
    /** Shown in the page rather than kept: a picture that we made, or a document that the staff look at. */
    readonly inline?: true
  }
  /** What a telephony provider does next, as XML, instead of a page to go to. */
  readonly voice?: string
}

/** Reasons a request is turned away before its command. Each has a page in both languages. */
export const problems = [
  'too-large',
  'too-slow',
  'unreadable',
  'unknown-type',
  'foreign-origin',
  'other-person',
  'wrong-method',
  'not-allowed',
  'unexpected',
] as const
export type Problem = (typeof problems)[number]

export const statusOf: Record<Problem, number> = {
  'too-large': 413,
  'too-slow': 408,
  unreadable: 400,
  'unknown-type': 415,
  'foreign-origin': 403,
  'other-person': 409,
  'wrong-method': 405,
  'not-allowed': 404,
  unexpected: 500,
}

/** An address without parts comes without `params`. */
type Context = { params: Promise<Record<string, string> | undefined> }
type Handler = (request: Request, context: Context) => Promise<Response>

/**
 * Builds the handlers of one address. Does, in this order and nowhere else: body within limits, arrival stamp,
 * viewer, proof of origin, permission, parse, run, translate. `export const { GET, POST, PUT, PATCH, DELETE } =
 * endpoint({ … })`: a wrong method is answered in words too.
 */
export function endpoint<As extends keyof Audience, Input>(spec: Spec<As, Input>) {
  const method = spec.method ?? 'POST'
  const answer: Handler = (request, context) =>
    handle(spec, request, context).catch((error: unknown) => {
      const reference = logError(new URL(request.url).pathname, error)
      return spec.sorry ? send(request, spec.sorry()) : refuse(request, 'unexpected', { reference })
    })
  const otherwise: Handler = async (request) => refuse(request, 'wrong-method', { allow: method })
  const on = (verb: string): Handler => (verb === method ? answer : otherwise)
  return { GET: on('GET'), POST: on('POST'), PUT: on('PUT'), PATCH: on('PATCH'), DELETE: on('DELETE') }
}

async function handle<As extends keyof Audience, Input>(
  spec: Spec<As, Input>,
  request: Request,
  context: Context,
): Promise<Response> {
  const turnAway = (problem: Problem): Response =>
    spec.proof === 'signature' ? new Response(null, { status: statusOf[problem] }) : refuse(request, problem)
  const body = await bodyOf(request, spec.reads)
  if ('fault' in body) return turnAway(body.fault)
  if (spec.proof === 'signature') {
    const signed = isFromProvider(request, body.fields)
    if (!signed) return turnAway(signed === null ? 'not-allowed' : 'foreign-origin')
  }
  const arrival = arrivalFromReading() ?? (await databaseTime())
  const { fields } = body
  const { bytes, files } = body as Pick<Call<Viewer, Input>, 'bytes' | 'files'>

  const isPublic = spec.proof === 'none' || spec.proof === 'signature'
  const forApplicant = spec.as === 'applicant'
  const token = isPublic ? undefined : forApplicant ? applicationTokenOf(request) : tokenOf(request)
  const { viewer, expired, sessionId } = await (forApplicant ? applicantOf(token) : viewerOf(token))
  // The key of a session that ran out still proves that its form is ours: what was typed will be kept.
  const isWrite = request.method !== 'GET' && !isPublic
  if (isWrite && !isFromOurPages(request, sessionId, textOf(fields['formKey']))) {
    return refuse(request, 'foreign-origin')
  }
  const locale = isLocale(fields['language']) ? fields['language'] : localeFrom(request)

  if (!isFor(spec.as, viewer) || !may(viewer, spec.may as Right)) {
    if (viewer.role !== 'anonymous') return refuse(request, 'not-allowed')
    // The session ran out while the person was typing: keep what they sent, for them alone, and let them sign in.
    if (expired && token && spec.parks !== false) {
      const path = new URL(request.url).pathname
      if (spec.as === 'citizen') await park(token, path, fields)
      if (forApplicant) await parkForApplicant(token, path, fields)
    }
    const to = forApplicant
      ? paths.applicationResumeAgain(locale, expired ? 'expired' : 'over')
      : expired
        ? paths.signInExpired(locale)
        : paths.signIn(locale)
    return send(request, { to, status: 401, data: { code: expired ? 'session-expired' : 'sign-in-needed' } })
  }
  // Drawn for someone else who was here before, or whom this person acted for: it must not be sent as another's.
  if (isWrite && spec.as !== 'anyone' && (isCitizen(viewer) || isStaff(viewer) || isApplicant(viewer))) {
    if (!isFormOf(subjectOf(viewer), textOf(fields['formKey']) ?? '')) return refuse(request, 'other-person')
  }
  const input = spec.input.safeParse(fields)
  if (!input.success) return turnAway('unreadable')
  const params = (await context.params) ?? {}
  const call = {
    viewer: viewer as Audience[As],
    input: input.data,
    params,
    arrival,
    locale,
    request,
    bytes,
    files,
  }
  return send(request, await spec.run(call), spec.proof === 'none')
}

function isFor(as: keyof Audience, viewer: Viewer): boolean {
  if (as === 'anyone') return true
  if (as === 'applicant') return isApplicant(viewer)
  return as === 'citizen' ? isCitizen(viewer) : isStaff(viewer)
}

const textOf = (value: string | string[] | undefined): string | undefined =>
  typeof value === 'string' ? value : undefined

async function bodyOf(request: Request, reads: Reads | undefined) {
  if (request.method === 'GET') return { fields: queryOf(request) }
  const type = request.headers.get('content-type')
  if (reads === 'files' || (reads === 'form' && /^multipart\/form-data\s*;/i.test(type ?? ''))) {
    return readForm(request)
  }
  if (reads !== 'bytes') return readBody(request)
  if (type !== 'application/octet-stream') return { fault: 'unknown-type' as const }
  return { fields: queryOf(request), bytes: bytesOf(request) }
}

function queryOf(request: Request): Fields {
  return Object.fromEntries(new URL(request.url).searchParams)
}

/** The session token a request carries. */
export const tokenOf = (request: Request): string | undefined => readCookie(request, sessionCookie().name)

/** The language of the page a request comes from, when no field says it. */
function localeFrom(request: Request): Locale {
  const referer = request.headers.get('referer')
  return (referer && URL.canParse(referer) && localeOf(new URL(referer).pathname)) || defaultLocale
}

async function databaseTime(): Promise<Instant> {
  const { rows } = await anonymousPool().query<{ now: Date }>('select app_now() as now')
  const now = rows[0]!.now.toISOString() as Instant
  noteDatabaseTime(now)
  return now
}

export const wantsJson = (request: Request): boolean =>
  (request.headers.get('accept') ?? '').includes('application/json') ||
  (request.headers.get('content-type') ?? '').startsWith('application/json')

/** Turned away: a browser is led to a page that says why in words, a program is told the code. */
export function refuse(request: Request, problem: Problem, extra: Record<string, string> = {}): Response {
  const headers: Record<string, string> = extra['allow'] ? { Allow: extra['allow'] } : {}
  const to = paths.problem(localeFrom(request), problem)
  return send(request, { to, status: statusOf[problem], data: { code: problem, ...extra }, headers })
}

function send(request: Request, answer: Answer, anyOrigin = false): Response {
  const headers = new Headers({ 'Cache-Control': 'private, no-store', ...answer.headers })
  for (const cookie of answer.cookies ?? []) headers.append('Set-Cookie', cookie)
  if (anyOrigin) headers.set('Access-Control-Allow-Origin', '*')
  if (answer.file) {
    const { name, type, body, inline } = answer.file
    headers.set('Content-Type', type)
    headers.set('Content-Disposition', `${inline ? 'inline' : 'attachment'}; filename="${name}"`)
    headers.set('X-Content-Type-Options', 'nosniff')
    return new Response(body, { status: 200, headers })
  }
  if (answer.voice !== undefined) {
    headers.set('Content-Type', 'text/xml; charset=utf-8')
    return new Response(answer.voice, { status: 200, headers })
  }
  if (wantsJson(request)) {
    headers.set('Content-Type', 'application/json; charset=utf-8')
    return new Response(JSON.stringify({ ...answer.data, to: answer.to }), {
      status: answer.status ?? 200,
      headers,
    })
  }
  // Our own 303: the framework's redirect() answers 307, which would post the form again.
  headers.set('Location', answer.to)
  return new Response(null, { status: 303, headers })
}
