import { spawn } from 'node:child_process'
import { closeSync, openSync, readFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { pathToFileURL } from 'node:url'
import { inProject } from './places.mjs'
import { Problem } from './say.mjs'

const everyCore = inProject('src', 'setup', 'every-core.mjs')
const leaveWithParent = pathToFileURL(inProject('src', 'setup', 'leave-with-parent.mjs')).href

/**
 * Room for what a request makes and leaves behind. With Node's own 16 MB, a tenth of a page's time is spent copying
 * what is not yet dead.
 */
const YOUNG_MEGABYTES = 64

/**
 * Starts a server of ours and waits until it answers.
 * @param {object} options
 * @param {string} options.name said when it fails
 * @param {string} options.script
 * @param {Record<string, string | undefined>} options.env all it gets
 * @param {string} options.url asked until it answers anything
 * @param {string} [options.logFile] where its words go; without it, to the terminal
 * @param {boolean} [options.onEveryCore] with one process for each core: what faces the public
 * @returns {Promise<{ pid: number, gone: Promise<number>, stop: () => Promise<void>, kill: () => Promise<void> }>}
 *   `gone` gives its exit code; `stop` lets it finish what it does (five seconds), `kill` does not
 * @throws {Problem} when it leaves before answering
 */
export async function startServerProcess({ name, script, env, url, logFile, onEveryCore = false }) {
  const log = logFile ? openSync(logFile, 'w', 0o600) : null
  const child = spawn(
    process.execPath,
    [
      `--max-semi-space-size=${YOUNG_MEGABYTES}`,
      '--import',
      leaveWithParent,
      ...(onEveryCore ? [everyCore, script] : [script]),
    ],
    {
      cwd: dirname(script),
      env,
      stdio: log ? ['ignore', log, log, 'ipc'] : ['ignore', 'inherit', 'inherit', 'ipc'],
      windowsHide: true,
    },
  )
  if (log) closeSync(log)
  const others = new Set()
  child.on('message', (message) => message?.started && others.add(message.started))
  let left = null
  const gone = new Promise((resolve) => {
    const leave = (code) => resolve((left = code ?? 1))
    child.on('exit', leave)
    child.on('error', () => leave(1))
  })
  const end = async (signal) => {
    child.kill(signal)
    if (signal === 'SIGKILL') killAll(others)
    await Promise.race([gone, wait(5000, undefined, { ref: false })])
    child.kill('SIGKILL')
    killAll(others)
    await gone
  }
  for (let tries = 0; tries < 600; tries += 1) {
    if (left !== null) {
      const words = logFile ? readFileSync(logFile, 'utf8').trim().split('\n').slice(-20).join('\n') : ''
      throw new Problem(
        `${name} stopped as soon as it started (code ${left}).\n${words}`,
        'Mend what it says above.',
      )
    }
    if (await answers(url))
      return { pid: child.pid, gone, stop: () => end('SIGTERM'), kill: () => end('SIGKILL') }
    await wait(100)
  }
  await end('SIGKILL')
  throw new Problem(
    `${name} did not answer at ${url} within a minute.`,
    logFile ? `Read ${logFile}.` : 'Read above.',
  )
}

function killAll(processes) {
  for (const pid of processes) {
    try {
      process.kill(pid, 'SIGKILL')
    } catch {
      // It is gone already.
    }
  }
}

async function answers(url) {
  try {
    await fetch(url, { redirect: 'manual', signal: AbortSignal.timeout(5000) })
    return true
  } catch {
    return false
  }
}
