// @ts-check
import { alone } from './alone.mjs'
import { children } from './children.mjs'
import { couple } from './couple.mjs'
import { delays } from './delays.mjs'
import { delicate, representatives } from './delicate.mjs'
import { health } from './health.mjs'
import { work } from './work.mjs'

/** The households by the theme they are shown under, as src/setup/identity-pages.mjs names them. */
const byTheme = { alone, couple, children, health, work, delays, delicate }

export { representatives }

/** @type {readonly import('./household').DemoHousehold[]} */
export const demoHouseholds = Object.values(byTheme).flat()

/** Everybody in the tables above, once, in their order, with the theme they are shown under. */
export const tabledPeople = [
  ...Object.entries(byTheme).flatMap(([theme, households]) =>
    households.flatMap(({ adults }) => adults.map((adult) => ({ ...adult, theme }))),
  ),
  ...representatives.map((person) => ({ ...person, theme: 'delicate' })),
]
  .filter((person, index, all) => all.findIndex(({ id }) => id === person.id) === index)
  .map((person, index) => ({ ...person, letter: letterOf(person, index) }))

/**
 * What the letter of the month says to someone who has a file: all it takes to sign in by code. In the demo it is no
 * secret, and it is the same on every machine.
 * @param {import('./household').DemoPerson} person
 * @param {number} index
 */
function letterOf({ id, birthDate }, index) {
  const home = demoHouseholds.find(({ adults }) => adults.some((adult) => adult.id === id && !adult.left))
  if (!home) return null
  return { fileNumber: home.fileNumber, birthDate, code: String(10_000 + (((index + 1) * 7_919) % 90_000)) }
}
