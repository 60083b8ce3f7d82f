// The identity provider of the demo and the tests: an ordinary OpenID Connect server where one signs in by choosing
// a demo person. Started by setup as a process of its own; it refuses to exist outside the demo.
import { createHmac, generateKeyPairSync } from 'node:crypto'
import { createServer } from 'node:http'
import { join } from 'node:path'
import Provider, { interactionPolicy } from 'oidc-provider'
import { demoPeople } from '../../prisma/demo/people.mjs'
import { errorPage, peoplePage, securityHeaders } from './identity-pages.mjs'
import { readOrMake } from './secrets.mjs'

if (process.env.QUINZE_DEMO !== '1') {
  console.error('The demo identity provider runs in the demo only (QUINZE_DEMO=1).')
  process.exit(1)
}

const origin = new URL(process.env.QUINZE_URL).origin
const issuer = process.env.OIDC_CITIZEN_ISSUER
const port = Number(new URL(issuer).port)
const clients = [
  {
    realm: 'citizen',
    id: process.env.OIDC_CITIZEN_CLIENT_ID,
    secret: process.env.OIDC_CITIZEN_CLIENT_SECRET,
  },
  { realm: 'staff', id: process.env.OIDC_STAFF_CLIENT_ID, secret: process.env.OIDC_STAFF_CLIENT_SECRET },
]
const realmOf = (clientId) => clients.find((client) => client.id === clientId)?.realm

const findPerson = (id, realm) => demoPeople.find((person) => person.id === id && person.realm === realm)

const { privateKey } = readOrMake(join(process.env.QUINZE_DATA, 'identity-provider-keys.json'), () => ({
  privateKey: generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey.export({ format: 'jwk' }),
}))

const policy = interactionPolicy.base()
// No single sign-on: a shared computer asks each time, and nobody carries a citizen's sign-in into the staff's realm.
policy
  .get('login')
  .checks.add(
    new interactionPolicy.Check('choose_each_time', 'choose a person', 'login_required', (ctx) =>
      ctx.oidc.result?.login
        ? interactionPolicy.Check.NO_NEED_TO_PROMPT
        : interactionPolicy.Check.REQUEST_PROMPT,
    ),
  )

const provider = new Provider(issuer, {
  clients: clients.map(({ realm, id, secret }) => ({
    client_id: id,
    client_secret: secret,
    redirect_uris: [`${origin}/api/auth/callback/${realm}`],
    response_types: ['code'],
    grant_types: ['authorization_code'],
  })),
  jwks: { keys: [{ ...privateKey, use: 'sig', alg: 'RS256' }] },
  cookies: {
    keys: [createHmac('sha256', process.env.QUINZE_PROVIDER_SECRET).update('cookies').digest('base64url')],
  },
  pkce: { required: () => true },
  claims: { openid: ['sub'], profile: ['name', 'locale'] },
  conformIdTokenClaims: false,
  features: {
    devInteractions: { enabled: false },
    rpInitiatedLogout: { enabled: false },
    userinfo: { enabled: true },
  },
  interactions: { policy, url: (_ctx, interaction) => `/choice/${interaction.uid}` },
  ttl: {
    Interaction: 3600,
    Session: 3600,
    Grant: 3600,
    AuthorizationCode: 60,
    AccessToken: 300,
    IdToken: 300,
  },
  findAccount(ctx, sub) {
    const realm = ctx.oidc.client ? realmOf(ctx.oidc.client.clientId) : undefined
    const person = findPerson(sub, realm)
    if (!person) return undefined
    return { accountId: sub, claims: () => ({ sub, name: person.name, locale: person.language ?? 'fr' }) }
  },
  // Consent is for strangers; here both ends belong to the demo.
  async loadExistingGrant(ctx) {
    const grant = new ctx.oidc.provider.Grant({
      clientId: ctx.oidc.client.clientId,
      accountId: ctx.oidc.session.accountId,
    })
    grant.addOIDCScope('openid profile')
    await grant.save()
    return grant
  },
  async renderError(ctx, out) {
    ctx.set(securityHeaders(origin))
    ctx.type = 'html'
    ctx.body = errorPage(out.error_description ?? out.error)
  },
})

const oidc = provider.callback()

/** GET shows who may be chosen; POST takes the choice and sends the person back. */
async function choose(request, response) {
  const details = await provider.interactionDetails(request, response)
  const realm = realmOf(details.params.client_id)
  if (request.method === 'GET') {
    const language = String(details.params.ui_locales ?? 'fr').startsWith('en') ? 'en' : 'fr'
    const choices = demoPeople.filter((person) => person.realm === realm)
    return send(
      response,
      200,
      peoplePage({ language, realm, action: `/choice/${details.uid}`, people: choices }),
    )
  }
  const chosen = new URLSearchParams(await readBody(request)).get('person')
  if (!findPerson(chosen, realm)) return send(response, 400, errorPage('unknown person'))
  const result = { login: { accountId: chosen, remember: false } }
  await provider.interactionFinished(request, response, result, { mergeWithLastSubmission: false })
}

async function readBody(request) {
  let body = ''
  for await (const chunk of request) {
    body += chunk
    if (body.length > 1000) throw new Error('The choice is too long')
  }
  return body
}

function send(response, status, page) {
  response
    .writeHead(status, { ...securityHeaders(origin), 'content-type': 'text/html; charset=utf-8' })
    .end(page)
}

/**
 * A sign-in begins with nobody: left to itself the library ends the sign-in before by a page that only a script
 * sends on, and the next person of a shared computer would stay there.
 */
function forgetWhoWasHere(request) {
  if (!/^\/auth[/?]/.test(request.url ?? '')) return
  const kept = (request.headers.cookie ?? '').split('; ').filter((pair) => !pair.startsWith('_session'))
  request.headers.cookie = kept.join('; ')
}

const server = createServer((request, response) => {
  forgetWhoWasHere(request)
  if (!/^\/choice\/[\w-]+$/.test(request.url ?? '')) return oidc(request, response)
  choose(request, response).catch((error) =>
    send(response, 400, errorPage(error.error_description ?? error.message)),
  )
})
server.listen(port, '127.0.0.1')
