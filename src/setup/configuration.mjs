import { inProject } from './places.mjs'

/** What the web server reads, and nothing else of ours: the owner of the database is never among it. */
const webVariables = [
  'QUINZE_DEMO',
  'DATABASE_URL',
  'QUINZE_URL',
  'QUINZE_SECRET',
  'QUINZE_FILES',
  'QUINZE_CLAMD',
  'QUINZE_METRICS_KEY',
  'QUINZE_SMTP',
  'QUINZE_MAIL_FROM',
  'QUINZE_TEXTS',
  'QUINZE_TEXTS_FROM',
  'QUINZE_TELEPHONE_TOKEN',
  'OIDC_CITIZEN_ISSUER',
  'OIDC_CITIZEN_CLIENT_ID',
  'OIDC_CITIZEN_CLIENT_SECRET',
  'OIDC_STAFF_ISSUER',
  'OIDC_STAFF_CLIENT_ID',
  'OIDC_STAFF_CLIENT_SECRET',
]

/** Whether nothing at all was configured: then `npm start` is the demo. */
export function isUnconfigured(env) {
  return [...webVariables, 'DATABASE_OWNER_URL'].every((name) => !env[name])
}

/** Without these, production starts too. */
const optional = [
  'QUINZE_DEMO',
  'QUINZE_CLAMD',
  'QUINZE_METRICS_KEY',
  'QUINZE_SMTP',
  'QUINZE_MAIL_FROM',
  'QUINZE_TEXTS',
  'QUINZE_TEXTS_FROM',
  'QUINZE_TELEPHONE_TOKEN',
]

/** The variables production lacks. */
export function missingForProduction(env) {
  return webVariables.filter((name) => !optional.includes(name) && !env[name])
}

const demoFiles = inProject('.quinze', 'demo', 'files')

/**
 * The configuration of a demo or test server. `files` is where it keeps what people send.
 * @param {{ secrets: Record<string, string>, databaseUrl: string, port: number, providerPort: number, files?: string }} options
 * @returns {Record<string, string>}
 */
export function demoConfiguration({ secrets, databaseUrl, port, providerPort, files = demoFiles }) {
  const issuer = `http://localhost:${providerPort}`
  return {
    QUINZE_DEMO: '1',
    DATABASE_URL: databaseUrl,
    QUINZE_URL: `http://localhost:${port}`,
    QUINZE_SECRET: secrets.session,
    QUINZE_FILES: files,
    OIDC_CITIZEN_ISSUER: issuer,
    OIDC_CITIZEN_CLIENT_ID: 'quinze-citizen',
    OIDC_CITIZEN_CLIENT_SECRET: secrets.citizenClient,
    OIDC_STAFF_ISSUER: issuer,
    OIDC_STAFF_CLIENT_ID: 'quinze-staff',
    OIDC_STAFF_CLIENT_SECRET: secrets.staffClient,
  }
}

/**
 * The environment of the web process: of our own variables it gets its list, and nothing else (the owner of the
 * database, the tests' passwords). A demo listens on this machine only.
 */
export function webEnv(env, configuration, { port, host }) {
  const ours = /^(QUINZE_|DATABASE_|OIDC_|PG)/
  const kept = Object.entries(env).filter(([name]) => !ours.test(name) || webVariables.includes(name))
  return {
    ...Object.fromEntries(kept),
    ...configuration,
    PORT: String(port),
    HOSTNAME: host,
    NODE_ENV: 'production',
    NEXT_TELEMETRY_DISABLED: '1',
  }
}

/** The environment of the demo identity provider. It has no business with the database. */
export function providerEnv(configuration, secrets, folder) {
  const { DATABASE_URL: _database, QUINZE_SECRET: _secret, ...rest } = configuration
  return { PATH: process.env.PATH, ...rest, QUINZE_PROVIDER_SECRET: secrets.provider, QUINZE_DATA: folder }
}
