import { existsSync, readFileSync } from 'node:fs'
import { npmScript, runCommand, toolEnv } from './command.mjs'
import { inProject } from './places.mjs'
import { knownProblem, Problem, step } from './say.mjs'

/**
 * Installs the packages when node_modules is not what package-lock.json says.
 * npm writes its own record (node_modules/.package-lock.json) last, so a broken install counts as none.
 * Install scripts are refused: no package of ours needs one.
 * @throws {Problem} when npm cannot be found or fails
 */
export async function installPackages() {
  if (isInstalled(readLock('package-lock.json'), readLock('node_modules/.package-lock.json'))) return
  await step('Installing the packages of package-lock.json', async () => {
    const npm = npmScript()
    const args = ['ci', '--include=dev', '--ignore-scripts', '--no-audit', '--no-fund']
    const { code, output } = npm
      ? await runCommand(process.execPath, [npm, ...args], { env: toolEnv() })
      : await runCommand('npm', args, { env: toolEnv() }).catch(() => {
          throw new Problem('npm was not found.', 'Install Node with its npm from https://nodejs.org.')
        })
    if (code === 0) return
    const known = knownProblem(output)
    throw new Problem(
      `npm could not install the packages.\n${reasonsOf(output)}`,
      known?.advice ?? 'Check the network or the proxy settings of npm, then run the same command again.',
    )
  })
}

/**
 * Whether what is installed has every required package of the lock, each in its version.
 * Packages for other platforms are optional: they may be absent, never different.
 * @param {{ packages: Record<string, { version?: string, optional?: boolean, devOptional?: boolean }> } | null} wanted
 * @param {{ packages: Record<string, { version?: string }> } | null} installed
 */
export function isInstalled(wanted, installed) {
  if (!wanted || !installed) return false
  return Object.entries(wanted.packages).every(([path, entry]) => {
    if (path === '') return true
    const found = installed.packages[path]
    return found ? found.version === entry.version : Boolean(entry.optional || entry.devOptional)
  })
}

/** npm says first what went wrong, then how to use it at length. */
function reasonsOf(output) {
  const errors = output
    .split('\n')
    .filter((line) => line.startsWith('npm error') && line.trim() !== 'npm error')
  return (errors.length > 0 ? errors.slice(0, 12) : output.trim().split('\n').slice(-12)).join('\n')
}

function readLock(path) {
  const file = inProject(path)
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : null
}
