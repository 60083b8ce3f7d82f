/** Something the person at the keyboard can mend: what is wrong, and what to do about it. */
export class Problem extends Error {
  /**
   * @param {string} message what is wrong
   * @param {string} advice what to do
   */
  constructor(message, advice) {
    super(message)
    this.advice = advice
  }
}

const causes = [
  [
    /ENOSPC|No space left on device/i,
    'The disk is full.',
    'Free about 2 GB (packages, database and build), then run the same command again.',
  ],
  [
    /EROFS|Read-only file system/i,
    'This folder cannot be written to.',
    'Clone the project in a folder you may write to.',
  ],
  [
    /EACCES|EPERM|Permission denied/i,
    'A file or folder cannot be written to.',
    'Check that the project folder belongs to you. If it was once run as root, run: chown -R YOU .',
  ],
]

/**
 * Turns an error or a tool's output into a sentence and an advice when its cause is one we know.
 * @param {unknown} error
 * @returns {Problem | null}
 */
export function knownProblem(error) {
  if (error instanceof Problem) return error
  const text = error instanceof Error ? `${error.code ?? ''} ${error.message}` : String(error)
  for (const [pattern, message, advice] of causes) {
    if (pattern.test(text)) return new Problem(`${message} (${lastLine(text)})`, advice)
  }
  return null
}

/** Prints why we stop. An error nobody foresaw keeps its stack, for the bug report. */
export function explain(error) {
  const problem = knownProblem(error)
  if (!problem) return console.error(error)
  console.error(`\nStopped: ${problem.message}`)
  console.error(`What to do: ${problem.advice}`)
}

/** One line of output. */
export function say(line = '') {
  console.log(line)
}

/**
 * Runs a long piece of work, saying when it starts, that it is still going, and how long it took.
 * @template T
 * @param {string} title
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function step(title, work) {
  const started = performance.now()
  const seconds = () => ((performance.now() - started) / 1000).toFixed(1)
  say(`· ${title} …`)
  const stillHere = setInterval(() => say(`  … ${title}: still at it after ${seconds()} s`), 10_000)
  try {
    const result = await work()
    say(`  ${title}: done in ${seconds()} s`)
    return result
  } finally {
    clearInterval(stillHere)
  }
}

function lastLine(text) {
  return text.trim().split('\n').at(-1)?.trim().slice(0, 300) ?? ''
}
