// Read by whatever Node the visitor has: keep to syntax and built-ins that Node 12 understands.

/** The oldest Node the packages run on. */
const oldest = [20, 19]

/**
 * Ends the process with a plain sentence when this Node is too old.
 * @param {string} version for example `20.19.0`
 */
export function requireNode(version) {
  const parts = version.split('.').map(Number)
  const enough = parts[0] > oldest[0] || (parts[0] === oldest[0] && parts[1] >= oldest[1])
  if (enough) return
  console.error('Quinze needs Node ' + oldest.join('.') + ' or newer. This is Node ' + version + '.')
  console.error(
    'What to do: install the current LTS from https://nodejs.org, then run the same command again.',
  )
  process.exit(1)
}
