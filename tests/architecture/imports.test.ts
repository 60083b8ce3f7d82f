import { describe, expect, test } from 'vitest'
import { roomOf, sourceFiles } from './source'

const files = sourceFiles('src')

/** Every import of a room that its rule does not welcome, as `file → import`. */
function strangers(room: RegExp, welcome: (imported: string, file: string) => boolean): string[] {
  return files
    .filter((file) => room.test(roomOf(file.path)))
    .flatMap((file) =>
      file.imports.filter((name) => !welcome(name, file.path)).map((name) => `${file.path} → ${name}`),
    )
}

const isOurs = (name: string): boolean => name.startsWith('src/')
const isStyle = (name: string): boolean => name.endsWith('.css')
const inRooms =
  (...rooms: string[]) =>
  (name: string): boolean =>
    isOurs(name) && rooms.includes(roomOf(name))

describe('who may import whom', () => {
  test('the rules read the sources that are there', () => {
    expect(files.length).toBeGreaterThan(60)
    expect(files.flatMap((file) => file.imports).length).toBeGreaterThan(200)
    expect([...new Set(files.map((file) => roomOf(file.path)))]).toEqual(
      expect.arrayContaining(['domain', 'server', 'ui', 'app']),
    )
  })

  // The law is read by people who know no framework, and must compute the same in ten years.
  test('domain imports itself; the calendar alone uses date-fns', () => {
    const calendar = (name: string, file: string) =>
      file === 'src/domain/calendar.ts' && (name.startsWith('date-fns') || name === '@date-fns/tz')
    expect(strangers(/^domain$/, (name, file) => inRooms('domain')(name) || calendar(name, file))).toEqual([])
  })

  // Texts and formats are read by writers and translators: nothing else belongs there.
  test('i18n imports itself, next-intl, and types of the domain', () => {
    const welcome = (name: string) =>
      inRooms('i18n', 'domain')(name) || name.startsWith('next-intl') || name === 'next/root-params'
    expect(strangers(/^i18n$/, welcome)).toEqual([])
    const values = files
      .filter((file) => roomOf(file.path) === 'i18n')
      .filter((file) => /import (?!type)[^\n]*from '[^']*domain/.test(file.text))
    expect(values.map((file) => file.path)).toEqual([])
  })

  // A component that knows the programme cannot be used for the next one.
  test('ui imports itself and the formats', () => {
    const packages = ['react', 'next/root-params', '@fontsource/open-sans']
    const welcome = (name: string) =>
      inRooms('ui')(name) ||
      ['src/i18n/format', 'src/i18n/locale'].includes(name) ||
      packages.some((known) => name === known || name.startsWith(`${known}/`)) ||
      isStyle(name)
    expect(strangers(/^ui$/, welcome)).toEqual([])
  })

  // The room with the door to the outside knows no screen. It needs the table of addresses to send people on.
  test('server imports itself, the domain, the addresses and its packages', () => {
    const packages = [
      'server-only',
      'zod',
      'pg',
      'next-auth',
      'next-auth/adapters',
      '@prisma/adapter-pg',
      'next/headers',
      'next/navigation',
      'rate-limiter-flexible',
      'csv-parse/sync',
      'sharp',
      'twilio/lib/webhooks/webhooks',
      '@fastify/busboy',
      'nodemailer',
      'react',
    ]
    const welcome = (name: string) =>
      inRooms('server', 'domain')(name) ||
      ['src/i18n/paths', 'src/i18n/locale'].includes(name) ||
      packages.includes(name) ||
      name.startsWith('node:')
    expect(strangers(/^server$/, welcome)).toEqual([])
  })

  // Features that import each other cannot be changed one at a time.
  test('a feature never imports another feature, nor a page', () => {
    const wrong = files
      .filter((file) => file.path.startsWith('src/features/'))
      .flatMap((file) =>
        file.imports
          .filter((name) => isOurs(name))
          .filter((name) => roomOf(name) !== roomOf(file.path))
          .filter((name) => !['domain', 'server', 'i18n', 'ui'].includes(roomOf(name)))
          .map((name) => `${file.path} → ${name}`),
      )
    expect(wrong).toEqual([])
  })

  // Pages compose; they decide nothing and ask nothing of the database.
  test('app imports features, ui, i18n and the doors of the server', () => {
    const doors = [
      'viewer',
      'applicant',
      'assisted',
      'endpoint',
      'open-endpoint',
      'public-state',
      'auth',
      'health',
    ].map((name) => `src/server/${name}`)
    // The demo's clock does at once what the machine would have done by then.
    const job = (name: string, file: string) =>
      file === 'src/app/api/demo/clock/route.ts' && inRooms('jobs')(name)
    const welcome = (name: string, file: string) =>
      !isOurs(name) ||
      doors.includes(name) ||
      job(name, file) ||
      inRooms('app', 'ui', 'i18n')(name) ||
      name.startsWith('src/features/') ||
      isStyle(name)
    expect(strangers(/^app$/, welcome)).toEqual([])
    const packages = files
      .filter((file) => roomOf(file.path) === 'app')
      .flatMap((file) => file.imports.filter((name) => !isOurs(name)))
    expect(packages.filter((name) => /prisma|^pg$/.test(name))).toEqual([])
  })

  // A job is what happens without a click: it knows no screen.
  test('jobs import themselves, the domain, the server and commands', () => {
    const welcome = (name: string) =>
      inRooms('jobs', 'domain', 'server')(name) ||
      /[/-]commands$/.test(name) ||
      /^(node:|pg-boss$)/.test(name)
    expect(strangers(/^jobs$/, welcome)).toEqual([])
  })

  // What reaches a browser must not carry a query, a key or a law along.
  test('a client component imports ui and its own schema at most', () => {
    const wrong = files
      .filter((file) => /^['"]use client['"]/m.test(file.text))
      .flatMap((file) =>
        file.imports
          .filter((name) => /src\/server|queries$|commands$/.test(name))
          .map((name) => `${file.path} → ${name}`),
      )
    expect(wrong).toEqual([])
  })

  // A query read from a component would run once per component, each in a transaction of its own.
  test('queries are imported by pages only (types may travel)', () => {
    const wrong = files
      .filter((file) => !/(page|layout|route|commands)\.tsx?$/.test(file.path))
      .filter((file) => file.imports.some((name) => name.endsWith('/queries')))
      .filter((file) => /import (?!type)(?:\{[^}]*\}|\w+) from '[^']*\/queries'/.test(file.text))
    expect(wrong.map((file) => file.path)).toEqual([])
  })
})

describe('one way to do each thing', () => {
  const matching = (pattern: RegExp, except: readonly string[]): string[] =>
    files.filter((file) => !except.includes(file.path) && pattern.test(file.text)).map((file) => file.path)

  // The database decides what time it is; the server's clock room keeps its last reading.
  test('nobody asks the time but the clock', () => {
    expect(matching(/\bDate\.now\(|new Date\(\)|performance\.now\(/, ['src/server/clock.ts'])).toEqual([])
  })

  test('the environment is read in one file', () => {
    expect(matching(/process\.env/, ['src/server/env.ts', 'src/instrumentation.ts'])).toEqual([])
  })

  // Prisma gathers the findUnique calls of one tick into one query, which would run as one of the viewers.
  test('nobody calls findUnique', () => {
    expect(matching(/\.findUnique/, [])).toEqual([])
  })

  // Without JavaScript a visitor would see "loading" for ever.
  test('no loading page, no Suspense', () => {
    expect(files.filter((file) => file.path.endsWith('loading.tsx')).map((file) => file.path)).toEqual([])
    expect(matching(/\bSuspense\b/, [])).toEqual([])
  })

  // Their ids change at each deploy: a form left open could no longer be filed.
  test('no server action', () => {
    expect(matching(/['"]use server['"]/, [])).toEqual([])
  })

  // The framework's Link fetches pages ahead, and would write looks nobody took in the trail.
  test('private pages link plainly', () => {
    expect(matching(/from 'next\/link'/, [])).toEqual([])
  })

  // The framework's redirect() answers 307, and the browser would post the form again.
  test('no redirect() in a route handler or a command', () => {
    const wrong = files.filter(
      (file) => /\/(route|commands)\.ts$/.test(file.path) && /from 'next\/navigation'/.test(file.text),
    )
    expect(wrong.map((file) => file.path)).toEqual([])
  })

  test('every route file of the API is built by an endpoint builder, but the return from the provider', () => {
    const routes = files.filter((file) => /^src\/app\/api\/.*route\.ts$/.test(file.path))
    expect(routes.length).toBeGreaterThan(3)
    const others = routes
      .filter((file) => !/= (endpoint|openEndpoint)\(/.test(file.text))
      .map((file) => file.path)
    expect(others).toEqual(['src/app/api/auth/callback/[realm]/route.ts'])
  })

  test('no drawer where meaning goes to sleep, no file too long to read', () => {
    expect(
      files
        .filter((file) => /\/(utils?|lib|helpers?|hooks|types|common)(\/|\.tsx?$)/.test(file.path))
        .map((file) => file.path),
    ).toEqual([])
    expect(files.filter((file) => file.text.split('\n').length > 400).map((file) => file.path)).toEqual([])
  })
})
