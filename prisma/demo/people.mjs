// @ts-check
import { tabledPeople } from './households.mjs'
import { demoStaff } from './staff.mjs'

/** @typedef {{ id: string, realm: 'citizen' | 'staff', theme: string, name: string, language?: 'fr' | 'en',
 *   story: import('./household').Both }} DemoIdentity */

/**
 * Everybody one may be in the demo, in the order they are shown.
 * @type {readonly DemoIdentity[]}
 */
export const demoPeople = [
  ...tabledPeople.map(({ id, theme, givenName, familyName, language, story }) => ({
    id,
    realm: /** @type {const} */ ('citizen'),
    theme,
    name: `${givenName} ${familyName}`,
    language,
    story,
  })),
  ...demoStaff.map(({ id, name, story }) => ({
    id,
    realm: /** @type {const} */ ('staff'),
    theme: 'staff',
    name,
    story,
  })),
]
