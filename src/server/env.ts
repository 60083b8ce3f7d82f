import 'server-only'
import { isAbsolute } from 'node:path'
import { z } from 'zod'

const issuer = z.url().transform((url) => url.replace(/\/$/, ''))

/** `host:port`, or the path of a socket. */
const scanner = z
  .string()
  .regex(/^(\/.+|[^\s/]+:\d{1,5})$/, 'must be host:port or the path of a socket')
  .transform((text): ScannerAddress => {
    if (text.startsWith('/')) return { path: text }
    const colon = text.lastIndexOf(':')
    return { host: text.slice(0, colon).replace(/^\[(.*)\]$/, '$1'), port: Number(text.slice(colon + 1)) }
  })

/** What is of no use without the other. */
const pairs = [
  ['QUINZE_SMTP', 'QUINZE_MAIL_FROM'],
  ['QUINZE_TEXTS', 'QUINZE_TEXTS_FROM'],
] as const

const schema = z
  .object({
    QUINZE_DEMO: z.enum(['1']).optional(),
    QUINZE_PART: z.enum(['worker']).optional(),
    DATABASE_URL: z.string().min(1),
    QUINZE_URL: z.url().transform((url) => new URL(url).origin),
    QUINZE_SECRET: z.string().min(43, 'at least 32 bytes, base64url'),
    QUINZE_FILES: z
      .string()
      .refine(isAbsolute, 'must be a whole path: where files are kept outlives a build'),
    QUINZE_CLAMD: scanner.optional(),
    QUINZE_SMTP: z.url({ protocol: /^smtps?$/ }).optional(),
    QUINZE_MAIL_FROM: z.email().optional(),
    QUINZE_TEXTS: z.url({ protocol: /^https?$/ }).optional(),
    QUINZE_TEXTS_FROM: z.string().min(1).optional(),
    QUINZE_METRICS_KEY: z.string().min(32, 'at least 32 letters').optional(),
    QUINZE_TELEPHONE_TOKEN: z.string().min(16, 'at least 16 letters').optional(),
    OIDC_CITIZEN_ISSUER: issuer,
    OIDC_CITIZEN_CLIENT_ID: z.string().min(1),
    OIDC_CITIZEN_CLIENT_SECRET: z.string().min(1),
    OIDC_STAFF_ISSUER: issuer,
    OIDC_STAFF_CLIENT_ID: z.string().min(1),
    OIDC_STAFF_CLIENT_SECRET: z.string().min(1),
  })
  .superRefine((env, check) => {
    for (const [one, other] of pairs) {
      if ((env[one] === undefined) !== (env[other] === undefined))
        check.addIssue({ code: 'custom', path: [other], message: `goes with ${one}: give both or neither` })
    }
    if (env.QUINZE_DEMO) return
    // Production never speaks over plain http, and never trusts a provider that lives on the same machine.
    for (const name of ['QUINZE_URL', 'OIDC_CITIZEN_ISSUER', 'OIDC_STAFF_ISSUER'] as const) {
      const { protocol, hostname } = new URL(env[name])
      if (protocol !== 'https:' || hostname === 'localhost' || hostname.startsWith('127.')) {
        check.addIssue({ code: 'custom', path: [name], message: 'must be https and public outside the demo' })
      }
    }
    if (new Set(env.QUINZE_SECRET).size < 16) {
      check.addIssue({ code: 'custom', path: ['QUINZE_SECRET'], message: 'is not random: generate one' })
    }
  })

/** Where the scanner of files listens. */
export type ScannerAddress = { readonly host: string; readonly port: number } | { readonly path: string }

export type Env = {
  readonly demo: boolean
  /** This process is the worker: what happens without a click. */
  readonly isWorker: boolean
  readonly databaseUrl: string
  /** The public origin, `https://…` without a path. */
  readonly origin: string
  readonly secret: string
  /** The folder where people's files are kept, encrypted. */
  readonly files: string
  /** The clamd that looks at them; null when nobody does. */
  readonly scanner: ScannerAddress | null
  /** The server that mail leaves by, and whom it is from; null when there is none: it waits, or the demo shows it. */
  readonly mail: { readonly url: string; readonly from: string } | null
  /** The same for text messages: `https://account:token@provider`, and the number they are from. */
  readonly texts: { readonly url: string; readonly from: string } | null
  /** Whoever says it may read the figures of the service; null when nobody may. */
  readonly metricsKey: string | null
  /** With what the telephony provider signs its requests; null when there is no automated line. */
  readonly telephoneToken: string | null
  readonly providers: Record<'citizen' | 'staff', { issuer: string; clientId: string; clientSecret: string }>
}

let parsed: Env | undefined

/** The configuration, parsed once. Throws one readable error naming every wrong variable; called at boot. */
export function env(): Env {
  if (!parsed) {
    parsed = parse(process.env)
    // next-auth builds the address the provider sends people back to from this; without it, from the headers of
    // the request, which anyone can write.
    process.env['AUTH_URL'] = `${parsed.origin}/api/auth`
  }
  return parsed
}

/** The public origin for what is made ahead; null where there is no configuration: in the build. */
export function knownOrigin(): string | null {
  const url = process.env['QUINZE_URL']
  return url === undefined ? null : new URL(url).origin
}

/** Reads a configuration. Pure, so its refusals are tested. */
export function parse(source: Record<string, string | undefined>): Env {
  const result = schema.safeParse(source)
  if (!result.success) {
    const wrong = result.error.issues.map((issue) => `  ${issue.path.join('.')}: ${issue.message}`)
    throw new Error(`The configuration is not usable:\n${wrong.join('\n')}`)
  }
  const e = result.data
  return {
    demo: e.QUINZE_DEMO === '1',
    isWorker: e.QUINZE_PART === 'worker',
    databaseUrl: e.DATABASE_URL,
    origin: e.QUINZE_URL,
    secret: e.QUINZE_SECRET,
    files: e.QUINZE_FILES,
    scanner: e.QUINZE_CLAMD ?? null,
    mail: e.QUINZE_SMTP && e.QUINZE_MAIL_FROM ? { url: e.QUINZE_SMTP, from: e.QUINZE_MAIL_FROM } : null,
    texts: e.QUINZE_TEXTS && e.QUINZE_TEXTS_FROM ? { url: e.QUINZE_TEXTS, from: e.QUINZE_TEXTS_FROM } : null,
    metricsKey: e.QUINZE_METRICS_KEY ?? null,
    telephoneToken: e.QUINZE_TELEPHONE_TOKEN ?? null,
    providers: {
      citizen: {
        issuer: e.OIDC_CITIZEN_ISSUER,
        clientId: e.OIDC_CITIZEN_CLIENT_ID,
        clientSecret: e.OIDC_CITIZEN_CLIENT_SECRET,
      },
      staff: {
        issuer: e.OIDC_STAFF_ISSUER,
        clientId: e.OIDC_STAFF_CLIENT_ID,
        clientSecret: e.OIDC_STAFF_CLIENT_SECRET,
      },
    },
  }
}

/** Whether the framework is making the site now: there is no configuration then, and no database. */
export function isBuilding(): boolean {
  return process.env['NEXT_PHASE'] === 'phase-production-build'
}

/** The folder of the build, where the server runs. `next.config.ts` has the framework write it in place of this name. */
export function buildFolder(): string {
  return process.env.QUINZE_DIST_DIR!
}
