// @ts-check
import { readFileSync } from 'node:fs'
import { tabledPeople } from './households.mjs'

/** @typedef {{ id: string, realm: 'citizen' | 'staff', theme: import('./household').Theme, name: string,
 *   language?: 'fr' | 'en', story: import('./household').Both }} DemoIdentity */

/**
 * Everybody one may be in the demo: those of demo-people.json, whom prisma/seed.ts settles one by one, then those of
 * the tables beside this file.
 * @type {readonly DemoIdentity[]}
 */
export const demoPeople = [
  ...JSON.parse(readFileSync(new URL('../demo-people.json', import.meta.url), 'utf8')),
  ...tabledPeople.map(({ id, theme, givenName, familyName, language, story }) => ({
    id,
    realm: 'citizen',
    theme,
    name: `${givenName} ${familyName}`,
    language,
    story,
  })),
]
