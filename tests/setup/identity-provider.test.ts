import { createHash, randomBytes } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { runCommand } from '../../src/setup/command.mjs'
import { demoPeople } from '../../prisma/demo/people.mjs'
import { demoConfiguration, providerEnv } from '../../src/setup/configuration.mjs'
import { inProject } from '../../src/setup/places.mjs'
import { freePort } from '../../src/setup/ports.mjs'
import { readSecrets } from '../../src/setup/secrets.mjs'
import { startServerProcess } from '../../src/setup/server-process.mjs'

const script = inProject('src', 'setup', 'identity-provider.mjs')
const portal = 'http://localhost:3999'
const folder = mkdtempSync(join(tmpdir(), 'provider-'))
const secrets = readSecrets(folder)
let issuer: string
let stop: () => Promise<void>

beforeAll(async () => {
  const providerPort = await freePort()
  const configuration = demoConfiguration({ secrets, databaseUrl: 'unused', port: 3999, providerPort })
  issuer = configuration['OIDC_CITIZEN_ISSUER']!
  const url = `${issuer}/.well-known/openid-configuration`
  const env = providerEnv(configuration, secrets, folder)
  const provider = await startServerProcess({
    name: 'provider',
    script,
    env,
    url,
    logFile: join(folder, 'log'),
  })
  stop = provider.stop
})

afterAll(async () => {
  await stop()
  rmSync(folder, { recursive: true })
})

type Realm = 'citizen' | 'staff'

/** A browser's worth of cookies. */
function visitor() {
  const jar = new Map<string, string>()
  return async (url: string, init: RequestInit = {}) => {
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ')
    const response = await fetch(new URL(url, issuer), {
      ...init,
      redirect: 'manual',
      headers: { ...init.headers, cookie },
    })
    for (const line of response.headers.getSetCookie()) {
      const [name, value] = line.split(';')[0]!.split('=') as [string, string]
      jar.set(name, value)
    }
    return response
  }
}

const verifier = randomBytes(32).toString('base64url')

function request(realm: Realm, extra: Record<string, string> = {}) {
  const challenge = createHash('sha256').update(verifier).digest('base64url')
  return `/auth?${new URLSearchParams({
    client_id: `quinze-${realm}`,
    response_type: 'code',
    scope: 'openid',
    redirect_uri: `${portal}/api/auth/callback/${realm}`,
    state: 'state',
    nonce: 'nonce',
    code_challenge: challenge,
    code_challenge_method: 'S256',
    ...extra,
  })}`
}

const choose = (person: string): RequestInit => ({ method: 'POST', body: new URLSearchParams({ person }) })

/** Follows the provider's own redirects, to the address outside where they end. */
async function leave(visit: ReturnType<typeof visitor>, response: Response): Promise<URL> {
  const next = new URL(response.headers.get('location')!, issuer)
  return next.origin === issuer ? leave(visit, await visit(next.href)) : next
}

async function signIn(visit: ReturnType<typeof visitor>, realm: Realm, person: string) {
  const choice = (await visit(request(realm))).headers.get('location')!
  return leave(visit, await visit(choice, choose(person)))
}

async function exchange(realm: Realm, code: string, secret: string) {
  return fetch(`${issuer}/token`, {
    method: 'POST',
    headers: { authorization: `Basic ${Buffer.from(`quinze-${realm}:${secret}`).toString('base64')}` },
    body: new URLSearchParams({
      grant_type: 'authorization_code',
      code,
      redirect_uri: `${portal}/api/auth/callback/${realm}`,
      code_verifier: verifier,
    }),
  })
}

test('1. a citizen is chosen on a page, and comes back with a code worth an identity', async () => {
  const back = await signIn(visitor(), 'citizen', 'adele')
  expect(back.href).toMatch(`${portal}/api/auth/callback/citizen?`)
  expect(back.searchParams.get('state')).toBe('state')
  const response = await exchange('citizen', back.searchParams.get('code')!, secrets.citizenClient)
  const { id_token: token } = (await response.json()) as { id_token: string }
  const claims = JSON.parse(Buffer.from(token.split('.')[1]!, 'base64url').toString()) as Record<
    string,
    unknown
  >
  expect(claims).toMatchObject({ iss: issuer, aud: 'quinze-citizen', sub: 'adele', nonce: 'nonce' })
  expect(claims).not.toHaveProperty('email')
})

test('2. the page lists the people of the realm asked for, in the language asked for, with no script', async () => {
  const visit = visitor()
  const choice = (await visit(request('staff', { ui_locales: 'en' }))).headers.get('location')!
  const response = await visit(choice)
  const page = await response.text()
  expect(page).toContain('<html lang="en-CA">')
  expect(page).toContain('value="jules"')
  expect(page).not.toContain('value="adele"')
  expect(page).not.toContain('<script')
  expect(response.headers.get('content-security-policy')).toContain("default-src 'none'")
  expect(response.headers.get('content-security-policy')).toContain(`form-action 'self' ${portal}`)
  expect(await (await visit((await visit(request('citizen'))).headers.get('location')!)).text()).toContain(
    'lang="fr-CA"',
  )
})

test('3. nobody of the other realm can be chosen', async () => {
  const visit = visitor()
  const choice = (await visit(request('staff'))).headers.get('location')!
  expect((await visit(choice, choose('adele'))).status).toBe(400)
})

test('4. each sign-in asks again, on the same computer too', async () => {
  const visit = visitor()
  await signIn(visit, 'citizen', 'adele')
  for (const realm of ['citizen', 'staff'] as const) {
    expect((await visit(request(realm))).headers.get('location')).toMatch(
      /^(http:\/\/localhost:\d+)?\/choice\//,
    )
  }
})

test('5. no proof key, no code; a wrong client secret, a foreign return address: refused', async () => {
  const withoutKey = await visitor()(request('citizen').replace(/&code_challenge(_method)?=[^&]*/g, ''))
  expect(withoutKey.headers.get('location')).toContain('error=invalid_request')
  const back = await signIn(visitor(), 'citizen', 'adele')
  expect((await exchange('citizen', back.searchParams.get('code')!, 'wrong')).status).toBe(401)
  const foreign = await visitor()(request('citizen', { redirect_uri: 'http://localhost:4000/' }))
  expect(foreign.status).toBe(400)
  expect(await foreign.text()).toContain('La connexion ne peut pas continuer')
})

test('6. outside the demo it refuses to run', async () => {
  const { code, output } = await runCommand(process.execPath, [script], { env: {} })
  expect(code).toBe(1)
  expect(output).toContain('runs in the demo only')
})

test('7. its keys are kept, for its owner only', () => {
  const file = join(folder, 'identity-provider-keys.json')
  expect(statSync(file).mode & 0o777).toBe(0o600)
  expect(readFileSync(file, 'utf8')).toContain('"RSA"')
})

test('8. someone else comes next on the same computer, where no script runs', async () => {
  const visit = visitor()
  await signIn(visit, 'citizen', 'adele')
  const back = await signIn(visit, 'citizen', 'bruno')
  expect(back.searchParams.get('code')).toBeTruthy()
  expect((await signIn(visit, 'staff', 'jules')).searchParams.get('code')).toBeTruthy()
})

test('9. the people stand under their themes, each with a story, in a page that stays light', async () => {
  for (const language of ['fr', 'en'] as const) {
    for (const realm of ['citizen', 'staff'] as const) {
      const visit = visitor()
      const choice = (await visit(request(realm, { ui_locales: language }))).headers.get('location')!
      const page = await (await visit(choice)).text()
      const shown = [...page.matchAll(/<h2 id="(\w+)"|name="person" value="(\w+)"/g)]
      const themes = shown.flatMap(([, theme]) => (theme ? [theme] : []))
      expect(themes).toEqual(
        realm === 'staff'
          ? ['staff']
          : ['alone', 'couple', 'children', 'health', 'work', 'delays', 'delicate'],
      )
      const people = demoPeople.filter((person) => person.realm === realm)
      expect(shown.flatMap(([, , id]) => (id ? [id] : [])).sort()).toEqual(people.map(({ id }) => id).sort())
      for (const { story, letter } of people) {
        expect(page).toContain(story[language])
        if (letter) expect(page).toContain(`${letter.fileNumber}, `)
        if (letter) expect(page).toContain(` ${letter.birthDate}, code ${letter.code}</p>`)
      }
      expect(Buffer.byteLength(page)).toBeLessThanOrEqual(60_000)
    }
  }
})
