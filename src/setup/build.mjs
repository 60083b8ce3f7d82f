import { cpSync, existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { runNode, toolEnv } from './command.mjs'
import { fingerprint } from './fingerprint.mjs'
import { oneAtATime } from './one-at-a-time.mjs'
import { dataFolder, inProject, root } from './places.mjs'
import { step } from './say.mjs'

const sources = [
  'package-lock.json',
  'next.config.ts',
  'tsconfig.json',
  'prisma/schema.prisma',
  'prisma/offices',
  'src',
  'public',
]
const notServed = ['src/setup', 'src/decisions', 'src/server/generated']

/**
 * Generates the Prisma client when the schema changed since.
 */
export async function generateClient() {
  const record = inProject('src', 'server', 'generated', '.schema')
  const wanted = fingerprint([
    'prisma/schema.prisma',
    'prisma/prisma.config.ts',
    'node_modules/prisma/package.json',
  ])
  await oneAtATime(join(dataFolder('shared'), 'generate.lock'), async () => {
    if (readRecord(record) === wanted) return
    await step('Generating the database client', () =>
      runNode(
        [
          inProject('node_modules', 'prisma', 'build', 'index.js'),
          'generate',
          '--config',
          'prisma/prisma.config.ts',
        ],
        {
          what: 'prisma generate',
          advice: 'Mend prisma/schema.prisma as said above.',
          env: toolEnv(),
        },
      ),
    )
    writeFileSync(record, wanted)
  })
}

/**
 * Builds the site into a build folder when the sources changed since, ready to be served from there.
 * @param {string} folder `.next` for the demo and production, `.next-test` for tests
 * @returns {Promise<string>} the path of the server's script
 */
export async function buildSite(folder) {
  await generateClient()
  const wanted = fingerprint(sources, notServed)
  return buildOnce({ project: root, folder, wanted, title: 'Building the site' })
}

/**
 * A copy of the tests' build, for those that outlast it: a server must find its files when it is started again,
 * whatever is built meanwhile.
 * @param {string} name of the copy, in the data folder
 * @returns {Promise<string>} the path of the server's script
 */
export async function copySite(name) {
  const script = await buildSite('.next-test')
  const built = inProject('.next-test', 'standalone')
  const copy = join(dataFolder('test'), name)
  rmSync(copy, { recursive: true, force: true })
  cpSync(built, copy, { recursive: true, verbatimSymlinks: true })
  return join(copy, relative(built, script))
}

/**
 * Builds the site with some source files replaced, for the tests that take one defence away. The product has no
 * switch for it: a copy of the sources is built, in the data folder.
 * @param {string} name of the variant
 * @param {Record<string, string>} replacements source path → path of the file that takes its place
 * @returns {Promise<string>} the path of the server's script
 */
export async function buildVariant(name, replacements) {
  await generateClient()
  const project = join(dataFolder('test'), name)
  const wanted =
    fingerprint([...sources, ...Object.values(replacements)], notServed) + Object.keys(replacements).join()
  const prepare = () => {
    for (const path of ['src', 'public', 'prisma'])
      rmSync(join(project, path), { recursive: true, force: true })
    for (const path of ['src', 'public', 'prisma', 'package.json', 'tsconfig.json']) {
      if (existsSync(inProject(path))) cpSync(inProject(path), join(project, path), { recursive: true })
    }
    for (const [source, substitute] of Object.entries(replacements))
      cpSync(inProject(substitute), join(project, source))
    cpSync(inProject('next.config.ts'), join(project, 'product.config.ts'))
    writeFileSync(join(project, 'next.config.ts'), variantConfig)
  }
  return buildOnce({ project, folder: '.next', wanted, title: `Building the variant ${name}`, prepare })
}

/** The copy has no packages of its own: it finds those of the project, four folders up at most. */
const variantConfig = `import config from './product.config'
const root = ${JSON.stringify(root)}
// Built once: nothing is kept for a next time.
const experimental = { ...config.experimental, turbopackFileSystemCacheForBuild: false }
const turbopack = { ...config.turbopack, root }
export default { ...config, experimental, distDir: '.next', outputFileTracingRoot: root, turbopack }
`

async function buildOnce({ project, folder, wanted, title, prepare = () => {} }) {
  const output = join(project, folder)
  const record = join(output, 'quinze-source')
  await oneAtATime(
    join(dataFolder('shared'), `build-${relative(root, output).replaceAll(/[\\/]/g, '-')}.lock`),
    async () => {
      if (readRecord(record) === wanted) return
      rmSync(record, { force: true })
      prepare()
      await step(title, () =>
        runNode([inProject('node_modules', 'next', 'dist', 'bin', 'next'), 'build'], {
          what: 'next build',
          advice: 'Mend what is said above, then run the same command again.',
          cwd: project,
          env: { ...toolEnv(), NODE_ENV: 'production', QUINZE_BUILD_DIR: folder },
        }),
      )
      completeStandalone(project, folder)
      writeFileSync(record, wanted)
    },
  )
  return serverScript(project, folder)
}

/** Next leaves the browser's files out of the standalone folder: it expects a CDN, and we serve them ourselves. */
function completeStandalone(project, folder) {
  const app = dirname(serverScript(project, folder))
  cpSync(join(project, folder, 'static'), join(app, folder, 'static'), { recursive: true })
  if (existsSync(join(project, 'public')))
    cpSync(join(project, 'public'), join(app, 'public'), { recursive: true })
}

/** Next's own record says where, inside the standalone folder, the application lies. */
function serverScript(project, folder) {
  const record = JSON.parse(readFileSync(join(project, folder, 'required-server-files.json'), 'utf8'))
  return join(project, folder, 'standalone', record.relativeAppDir ?? '', 'server.js')
}

function readRecord(file) {
  return existsSync(file) ? readFileSync(file, 'utf8') : null
}
