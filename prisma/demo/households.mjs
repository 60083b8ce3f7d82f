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
].filter((person, index, all) => all.findIndex(({ id }) => id === person.id) === index)
