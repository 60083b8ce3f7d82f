import { addSession } from '../../prisma/builders'
import { spareVisit } from './probe-applications'
import { mayEverSee, type Markers, type Secret, type ViewerName, viewerNames } from './probe-markers'
import { formBody, inParallel, type Prober, type Question, type Reply } from './probe'
import { type Address, type Audience, type RouteEntry, routeTable, type Sending } from './probe-routes'
import { tasksIn } from './probe-desk-rows'
import { changesBetween, mayHaveCaused, snapshot } from './probe-rows'
import { type Asker, changeSession, cookieOf, type ProbeWorld } from './probe-world'

export type Representation = 'html' | 'rsc' | 'json'
export const representations: readonly Representation[] = ['html', 'rsc', 'json']

/** What the matrix found wrong, each as one line that can be asked again by hand. */
export type Report = {
  probes: number
  /** Bytes of someone else's in a body or a header. */
  readonly foreignBytes: string[]
  /** Rows changed that the viewer had no right to change. */
  readonly foreignWrites: string[]
  /** A stranger's file that does not answer like one that does not exist; a failure; an own file not shown. */
  readonly wrongAnswers: string[]
  /** Whose markers each viewer was shown: a matrix of refusals proves nothing. */
  readonly shown: Map<ViewerName, Set<Secret>>
  /** The tables each viewer wrote to. */
  readonly wrote: Map<ViewerName, Set<string>>
}

type Run = {
  readonly world: ProbeWorld
  readonly prober: Prober
  readonly origin: string
  /** Every address in every representation and language; otherwise one of each relation, languages in turn. */
  readonly thorough: boolean
  /** One representation of each address, by turns, instead of all three. */
  readonly byTurns: boolean
  readonly routes: readonly (readonly [string, RouteEntry])[]
  readonly report: Report
  /** How often two answers that differ are asked again. */
  readonly turns: number
  /** What is said of a thing that does not exist, by viewer, representation and address. */
  readonly ofNothing: Map<string, Set<string>>
  /** Every row, as it was when the writes were last judged: what changes after is of whoever asks next. */
  rows: Rows
}
type Rows = Awaited<ReturnType<typeof snapshot>>

/** Sends every form as every viewer, then reads every address as every viewer, and judges each answer. */
export async function runMatrix(
  world: ProbeWorld,
  prober: Prober,
  origin: string,
  {
    thorough = false,
    byTurns = false,
    only = /./,
    turns = 12,
    viewers = viewerNames as readonly ViewerName[],
  } = {},
): Promise<Report> {
  const report: Report = {
    probes: 0,
    foreignBytes: [],
    foreignWrites: [],
    wrongAnswers: [],
    shown: new Map(world.askers.map(({ name }) => [name, new Set()])),
    wrote: new Map(world.askers.map(({ name }) => [name, new Set()])),
  }
  const routes = Object.entries(routeTable).filter(([route]) => only.test(route))
  const run: Run = {
    ...{ world, prober, origin, thorough, byTurns, routes, report, turns },
    ...{ ofNothing: new Map(), rows: await snapshot(world.owner) },
  }
  const askers = world.askers.filter(({ name }) => viewers.includes(name))
  for (const asker of askers) {
    for (const [route, entry] of routes) await sendAll(run, asker, route, entry)
  }
  await learnNewFilings(world)
  for (const asker of askers) await readAll(run, asker)
  return report
}

async function sendAll(run: Run, asker: Asker, route: string, entry: RouteEntry): Promise<void> {
  if (!entry.send) return
  const work = sample(run, entry.send(run.world, asker)).flatMap((sending, index) =>
    shapes(run, index).map((representation) => ({ sending, representation })),
  )
  // One after the other: what is sent second finds what the first has changed.
  for (const { sending, representation } of work) {
    const spare = entry.endsSession ? await spareSession(run.world, asker) : asker
    const ask = (path: string) =>
      run.prober.ask(post(run, spare, { ...sending, path }, representation, entry))
    await judge(run, spare, entry.audience, sending, representation, ask)
  }
  // The method no form uses: refused in words, nothing read.
  const first = entry.send(run.world, asker)[0]!
  for (const representation of shapes(run)) {
    const ask = (path: string) => run.prober.ask(get(asker, path, representation))
    await judge(run, asker, 'anyone', { path: first.path }, representation, ask)
  }
  await judgeWrites(run, asker, route)
}

async function readAll(run: Run, asker: Asker): Promise<void> {
  const work = run.routes.flatMap(([, entry]) =>
    sample(run, entry.read?.(run.world) ?? []).flatMap((address, index) =>
      // A page answers a wish for JSON as HTML: once per route shows it.
      shapes(run, index)
        .filter(
          (one) =>
            run.byTurns || run.thorough || index === 0 || one !== 'json' || address.path.startsWith('/api/'),
        )
        .map((representation) => ({ entry, address, representation })),
    ),
  )
  await inParallel(work, 6, async ({ entry, address, representation }) => {
    const ask = (path: string) => run.prober.ask(get(asker, path, representation))
    await judge(run, asker, entry.audience, address, representation, ask)
  })
  await judgeWrites(run, asker, 'reading')
}

/** In what shapes the next address is asked for; `index` tells those of one list apart. */
const shapes = ({ byTurns, report }: Run, index = 0): readonly Representation[] =>
  byTurns ? [representations[(report.probes + index) % representations.length]!] : representations

async function judgeWrites(run: Run, asker: Asker, route: string): Promise<void> {
  const before = run.rows
  const after = await snapshot(run.world.owner)
  run.rows = after
  const tasks = tasksIn(after)
  for (const change of changesBetween(before, after)) {
    run.report.wrote.get(asker.name)!.add(change.table)
    // Sessions made for the occasion are the test's own rows.
    if (
      /^auth\.(application_)?session$/.test(change.table) &&
      spareHashes.has(String(change.after?.['token_hash']))
    )
      continue
    if (mayHaveCaused(asker, route, change, knownApplications(run.world), tasks)) continue
    run.report.foreignWrites.push(`${asker.name} by ${route}: ${JSON.stringify(change).slice(0, 400)}`)
  }
}

async function judge(
  run: Run,
  asker: Asker,
  audience: Audience,
  address: Address & { fields?: unknown },
  representation: Representation,
  ask: (path: string) => Promise<Reply>,
): Promise<void> {
  const { report, world } = run
  const reply = await ask(address.path)
  report.probes += 1
  const line = `${asker.name} ${representation} ${address.path} → ${reply.status}`
  const question = address.path + JSON.stringify(address.fields ?? '')
  const answer = `${reply.head}\n${reply.body}`
  for (const { marker, secret } of world.markers.foreignIn(answer, question, asker.name)) {
    report.foreignBytes.push(`${line}: ${marker} of ${secret}`)
  }
  for (const { secret } of world.markers.in(answer)) {
    if (mayEverSee[secret].includes(asker.name as never)) report.shown.get(asker.name)!.add(secret)
  }
  const failed = reply.status >= 500 || (reply.headers.location ?? '').includes('/unexpected')
  if (failed) report.wrongAnswers.push(`${line}: a failure`)
  if (!address.secret) return
  const theirs = mayEverSee[address.secret].includes(asker.name as never) && isFor(audience, asker)
  if (theirs && address.proof && !reply.body.includes(address.proof)) {
    report.wrongAnswers.push(`${line}: their own, and not shown`)
  }
  if (!theirs && address.missing) {
    const { missing } = address
    const key = `${asker.name} ${representation} ${missing}`
    const wrong = await differs(
      run,
      key,
      () => ask(missing),
      missing,
      () => ask(address.path),
      address.path,
      reply,
    )
    if (wrong) report.wrongAnswers.push(`${line}: not what is said of one that does not exist (${wrong})`)
  }
}

/**
 * How an answer differs from what is said of nothing; null when it does not. The framework sends the parts of a page
 * in the order they are ready, so each may come in a few shapes: both are asked again until two are the same.
 */
async function differs(
  { ofNothing, report, turns }: Run,
  key: string,
  askNothing: () => Promise<Reply>,
  missing: string,
  askAgain: () => Promise<Reply>,
  path: string,
  first: Reply,
): Promise<string | null> {
  const shapes = ofNothing.get(key) ?? ofNothing.set(key, new Set()).get(key)!
  let told = plain(first, path)
  for (let turn = 0; turn < turns; turn += 1) {
    if (shapes.has(told)) return null
    const nothing = plain(await askNothing(), missing)
    shapes.add(nothing)
    report.probes += 1
    if (told === nothing) return null
    if (turn > 1) told = plain(await askAgain(), path)
  }
  return difference(told, [...shapes][0]!)
}

/** An answer without what differs by nature: the address asked, the nonce, the date, the demo's clock. */
function plain(reply: Reply, path: string): string {
  const asked = path.match(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}|(?<=[/=])Q-[^/=]+/g) ?? [path]
  const nonce = /'nonce-([^']+)'/.exec(reply.head)?.[1]
  let text = `${reply.status}\n${reply.head}\n${reply.body}`
  if (nonce) text = text.replaceAll(nonce, 'NONCE')
  // The last: marks the framework draws at random for each answer.
  return asked
    .reduce((told, value) => told.replaceAll(value, 'THIS'), text)
    .replace(/^Date: .*$/m, '')
    .replaceAll(/[\w-]{21}(?=[vm]\b)/g, 'MARK')
}

function difference(one: string, other: string): string {
  let at = 0
  while (at < one.length && one[at] === other[at]) at += 1
  return `${JSON.stringify(one.slice(at, at + 80))} instead of ${JSON.stringify(other.slice(at, at + 80))}`
}

const isFor = (audience: Audience, { realm, name, visit }: Asker): boolean =>
  audience === 'anyone' ||
  (audience === 'applicant' && visit !== undefined && name !== 'applicantExpired') ||
  (audience === 'citizen' && realm === 'citizen') ||
  (audience === 'staff' && realm === 'staff') ||
  (audience === 'supervisor' && name === 'supervisor') ||
  (audience === 'auditor' && name === 'auditor') ||
  (audience === 'contact' && name === 'contact') ||
  (audience === 'exporter' && ['supervisor', 'auditor'].includes(name)) ||
  (audience === 'opener' && ['agent', 'otherAgent', 'contact', 'supervisor'].includes(name)) ||
  (audience === 'reviewer' && ['agent', 'otherAgent', 'supervisor'].includes(name))

/** One address of each relation and place, in French or English in turn; all of them when thorough. */
function sample<Place extends Address | Sending>({ thorough }: Run, places: Place[]): Place[] {
  if (thorough) return places
  const taken = new Set<string>()
  return places.filter(({ path, secret, missing, ...rest }, index) => {
    const place = path.replace(/^\/(fr|en)\/[^/]+\/?[^/]*/, '').replace(/[0-9a-f-]{36}|Q-[\w-]+/, '')
    const key = 'fields' in rest ? `${missing ? secret : index}` : `${secret ?? place}`
    // The first of each is French or English by turns of the relation.
    if (taken.has(key) || (taken.size % 2 === 1 && path.startsWith('/fr') && places[index + 1])) return false
    taken.add(key)
    return true
  })
}

const accepted: Record<Representation, Record<string, string>> = {
  html: { Accept: 'text/html,application/xhtml+xml,*/*;q=0.8' },
  rsc: { RSC: '1', Accept: '*/*' },
  json: { Accept: 'application/json' },
}

function get(asker: Asker, path: string, representation: Representation): Question {
  // Without this mark the framework only redirects to the address that has it.
  const isPage = representation === 'rsc' && !path.startsWith('/api/')
  return {
    path: isPage ? `${path}?_rsc` : path,
    headers: { ...accepted[representation], ...cookieOf(asker) },
  }
}

const boundary = 'the-edge-of-a-part'

/** A form, a piece of a file, or a form with a file, as a browser sends it. */
function bodyOf({ fields }: Sending, json: boolean, { bytes, files }: RouteEntry) {
  if (bytes) return { type: 'application/octet-stream', body: 'a piece' }
  if (files) {
    const parts = Object.entries(fields).map(([name, value]) => [`form-data; name="${name}"`, '', value])
    const file = ['form-data; name="files"; filename="a.jpg"', 'Content-Type: image/jpeg\r\n', 'no picture']
    const whole = [...parts, file].map(
      ([what, type, value]) => `--${boundary}\r\nContent-Disposition: ${what}\r\n${type}\r\n${value}\r\n`,
    )
    return { type: `multipart/form-data; boundary=${boundary}`, body: `${whole.join('')}--${boundary}--\r\n` }
  }
  if (json) return { type: 'application/json', body: JSON.stringify(fields) }
  return { type: 'application/x-www-form-urlencoded', body: formBody(fields) }
}

function post(
  run: Run,
  asker: Asker,
  sending: Sending,
  representation: Representation,
  entry: RouteEntry,
): Question {
  const { path } = sending
  const { type, body } = bodyOf(sending, representation === 'json', entry)
  return {
    method: 'POST',
    path,
    headers: {
      ...accepted[representation],
      ...cookieOf(asker),
      Origin: run.origin,
      'Content-Type': type,
    },
    body,
  }
}

const spareHashes = new Set<string>()

/** The same viewer, in another session. */
async function spareSession(world: ProbeWorld, asker: Asker): Promise<Asker> {
  const { owner, markers } = world
  if (asker.visit) {
    const visit = await spareVisit(owner, markers, asker.visit, asker.name === 'applicantExpired')
    spareHashes.add(await hashIn(owner, visit.token))
    return { ...asker, visit }
  }
  const id = asker.personId ?? asker.staffId
  if (!id) return asker
  const token = markers.learn(
    await addSession(owner, asker.staffId ? 'staff' : 'citizen', id, asker.mandateId ?? null),
    'nobody',
  )
  if (asker.name === 'expired')
    await changeSession(owner, { token }, `ends_at = app_now() - interval '1 minute'`)
  spareHashes.add(await hashIn(owner, token))
  return { ...asker, token }
}

async function hashIn(owner: ProbeWorld['owner'], token: string): Promise<string> {
  const [row] = await owner.$queryRawUnsafe<{ hash: string }[]>(
    `select '\\x' || encode(sha256(convert_to($1, 'UTF8')), 'hex') as hash`,
    token,
  )
  return row!.hash
}

const knownApplications = ({ applications }: ProbeWorld): ReadonlySet<string> =>
  new Set(applications.applications.map(({ id }) => id))

/** What was filed on the way is someone's too. */
async function learnNewFilings({ owner, markers, filings }: ProbeWorld): Promise<void> {
  const homes = new Map<string, Secret>()
  for (const { id, fileNumber } of await owner.household.findMany()) {
    homes.set(id, secretOf(markers, fileNumber))
  }
  const people = new Map<string, Secret>()
  for (const { secret, id } of filings.filter((one) => one.secret.startsWith('private'))) {
    const row = await owner.filing.findUniqueOrThrow({ where: { id } })
    people.set(row.filedByPerson!, secret)
  }
  for (const row of await owner.filing.findMany()) {
    if (markers.has(row.id)) continue
    const home = homes.get(row.householdId)!
    const alone = row.kind === 'privateChange' && home !== 'formerHome'
    const secret = alone ? people.get(row.filedByPerson!)! : home
    for (const text of [row.id, row.receiptNumber, row.key]) markers.learn(text, secret)
    filings.push({ id: row.id, receiptNumber: row.receiptNumber, key: row.key, secret })
  }
}

const secretOf = (markers: Markers, text: string): Secret => markers.in(text)[0]!.secret
