// @ts-check
import { tabledPeople } from './households.mjs'
import { demoStaff } from './staff.mjs'

/** @typedef {{ id: string, realm: 'citizen' | 'staff', theme: string, name: string, language?: 'fr' | 'en',
 *   story: import('./household').Both, letter: { fileNumber: string, birthDate: string, code: string } | null }} DemoIdentity */

/**
 * Everybody one may be in the demo, in the order they are shown.
 * @type {readonly DemoIdentity[]}
 */
export const demoPeople = [
  ...tabledPeople.map(({ id, theme, givenName, familyName, language, story, letter }) => ({
    id,
    realm: /** @type {const} */ ('citizen'),
    theme,
    name: `${givenName} ${familyName}`,
    language,
    story,
    letter,
  })),
  ...demoStaff.map(({ id, name, story }) => ({
    id,
    realm: /** @type {const} */ ('staff'),
    theme: 'staff',
    name,
    story,
    letter: null,
  })),
]
