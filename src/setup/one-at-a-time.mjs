import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { say } from './say.mjs'

/**
 * Runs `work` while no other process does the same under this lock file.
 * A lock whose process has died is taken over.
 * @template T
 * @param {string} file holds the process id while the work lasts
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function oneAtATime(file, work) {
  mkdirSync(dirname(file), { recursive: true })
  for (let tries = 0; !take(file); tries += 1) {
    if (tries === 50) say(`  waiting for another run to finish (its process id is in ${file})`)
    await wait(100)
  }
  try {
    return await work()
  } finally {
    rmSync(file, { force: true })
  }
}

/** A hard link appears whole or not at all, so a lock is never seen without its owner's number. */
function take(file) {
  const signed = `${file}.${process.pid}`
  writeFileSync(signed, String(process.pid))
  try {
    linkSync(signed, file)
    return true
  } catch (error) {
    if (error.code !== 'EEXIST') throw error
    if (isAbandoned(file)) rmSync(file, { force: true })
    return false
  } finally {
    rmSync(signed, { force: true })
  }
}

function isAbandoned(file) {
  try {
    return !isAlive(Number(readFileSync(file, 'utf8')))
  } catch {
    return false // released in the meantime
  }
}

/** Whether a process of this number runs. A dead one nobody has buried yet (state Z on Linux) does not. */
export function isAlive(pid) {
  try {
    process.kill(pid, 0)
  } catch (error) {
    if (error.code !== 'EPERM') return false
  }
  try {
    return !/^\d+ \(.*\) Z /s.test(readFileSync(`/proc/${pid}/stat`, 'utf8'))
  } catch {
    return true // no /proc here
  }
}
