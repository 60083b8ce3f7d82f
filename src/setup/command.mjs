import { spawn } from 'node:child_process'
import { accessSync, constants, existsSync } from 'node:fs'
import { homedir } from 'node:os'
import { dirname, join } from 'node:path'
import { dataFolder, root } from './places.mjs'
import { knownProblem, Problem } from './say.mjs'

const running = new Set()

/** Ends the commands still at work, when we are told to stop in their midst. */
export function stopCommands() {
  for (const child of running) child.kill()
}

/**
 * Runs a command to its end.
 * @param {string} file
 * @param {string[]} args
 * @param {{ env?: Record<string, string | undefined>, show?: boolean, uid?: number, gid?: number, cwd?: string }} [options]
 *   `show` lets the tool write to the terminal; otherwise its words are kept for the error message
 * @returns {Promise<{ code: number, output: string }>}
 */
export function runCommand(file, args, { env = process.env, show = false, cwd = root, uid, gid } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(file, args, {
      env,
      cwd,
      stdio: show ? 'inherit' : ['ignore', 'pipe', 'pipe'],
      windowsHide: true,
      ...(uid === undefined ? {} : { uid, gid }),
    })
    running.add(child)
    let output = ''
    child.stdout?.on('data', (chunk) => (output += chunk))
    child.stderr?.on('data', (chunk) => (output += chunk))
    child.on('error', reject)
    child.on('close', (code) => {
      running.delete(child)
      resolve({ code: code ?? 1, output })
    })
  })
}

/**
 * Runs Node with these arguments and insists that it succeeds.
 * @throws {Problem} with the end of what the tool said, and the advice
 */
export async function runNode(args, { what, advice, ...options }) {
  const { code, output } = await runCommand(process.execPath, args, options)
  if (code === 0) return output
  const known = knownProblem(output)
  if (known && /disk is full/.test(known.message)) throw known
  throw new Problem(`${what} failed.\n${output.trim().split('\n').slice(-30).join('\n')}`, advice)
}

/** The script behind `npm`: the one that started us, or the one installed beside this Node. Null when unknown. */
export function npmScript() {
  const beside = dirname(process.execPath)
  const places = [
    process.env.npm_execpath ?? '',
    join(beside, '..', 'lib', 'node_modules', 'npm', 'bin', 'npm-cli.js'),
    join(beside, 'node_modules', 'npm', 'bin', 'npm-cli.js'),
  ]
  return places.find((place) => /npm-cli\.[cm]?js$/.test(place) && existsSync(place)) ?? null
}

/**
 * The environment for tools. When the home folder cannot be written to, caches go to our own data folder;
 * the home folder itself stays, since it may hold the person's npm settings.
 */
export function toolEnv() {
  const env = { ...process.env, NEXT_TELEMETRY_DISABLED: '1', CHECKPOINT_DISABLE: '1' }
  if (mayWrite(env.npm_config_cache ?? join(homedir(), '.npm'))) return env
  const cache = dataFolder('shared')
  return { ...env, npm_config_cache: join(cache, 'npm'), XDG_CACHE_HOME: cache, XDG_CONFIG_HOME: cache }
}

/** Whether a folder, or the nearest one above that exists, can be written to. */
function mayWrite(folder) {
  if (!existsSync(folder)) return dirname(folder) !== folder && mayWrite(dirname(folder))
  try {
    accessSync(folder, constants.W_OK | constants.X_OK)
    return true
  } catch {
    return false
  }
}
