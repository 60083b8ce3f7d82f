import { describe, expect, test } from 'vitest'
import { withDatabase } from '../../src/setup/database.mjs'
import { freshDatabase } from '../support/database'
import { startServer } from '../support/server'
import { answersEarly, withoutDefences } from '../support/without-defences'
import { cutKinds, cutOnce, type DraftSite, look, newDraftTally, noDraftFaults, sayDrafts } from './cuts'
import { addTypist, typeOne } from './typists'

/*
 * Someone fills in an application on a bad line, closes the tab, and comes back; the server dies and is replaced. The
 * database lives on: what its death does is seen in kill.test.ts. Numbered cases:
 *   DR-01 after each cut, what was acknowledged is there, written once; at most the field being typed is lost; whoever
 *         comes back is shown what is there; an application begun twice with one key is one application
 *   DR-02 control: a server that answers before it commits is caught
 *   DR-03 control: each kind of fault, made by hand, is found by the same examination
 */
const cuts = Number(process.env['QUINZE_DRAFT_CUTS'] ?? 20)
/** A control that is not caught after so many kills is not caught. */
const killsOfAControl = 20

async function withSite<T>(
  build: Pick<Parameters<typeof startServer>[0], 'copy' | 'variant' | 'env'>,
  work: (site: DraftSite) => Promise<T>,
): Promise<T> {
  const database = await freshDatabase()
  const server = await startServer({ webUrl: database.webUrl, ...build })
  try {
    return await work({ server, ownerUrl: database.ownerUrl })
  } finally {
    await server.stop()
    await database.drop()
  }
}

describe.runIf(process.platform !== 'win32')('drafts cut short', () => {
  test(
    `DR-01 after ${cuts} cuts, what was acknowledged is there once, and at most one field is lost`,
    { timeout: 900_000 + cuts * 30_000 },
    () =>
      withSite({ copy: 'drafts-as-they-are' }, async (site) => {
        const tally = newDraftTally()
        try {
          for (let turn = 0; turn < cuts; turn += 1) {
            await cutOnce(site, cutKinds[turn % cutKinds.length]!, tally)
          }
        } finally {
          sayDrafts('Drafts', tally)
        }
        expect(tally.faults).toEqual(noDraftFaults())
        expect(tally.mostFieldsLost).toBeLessThanOrEqual(1)
        // Cuts that fall between two saves would prove little.
        expect(tally.cutSaves).toBeGreaterThan(cuts * 0.5)
      }),
  )

  test('DR-02 control: a server that answers before it commits is caught', { timeout: 1_200_000 }, () =>
    withSite({ variant: withoutDefences(), env: answersEarly }, async (site) => {
      const tally = newDraftTally()
      while (tally.cuts.kill < killsOfAControl && tally.faults.lost.size === 0) {
        await cutOnce(site, 'kill', tally)
      }
      sayDrafts('Control, the answer before the commit', tally)
      expect(tally.faults.lost.size).toBeGreaterThan(0)
    }),
  )

  test('DR-03 control: each kind of fault, made by hand, is found', { timeout: 900_000 }, () =>
    withSite({ copy: 'drafts-as-they-are' }, ({ server, ownerUrl }) =>
      withDatabase(ownerUrl, async (owner) => {
        const harm = {
          none: 'select $1::uuid',
          altered: `update application_draft set fields = jsonb_set(fields, '{familyName}', '"Autre"')
            where application_id = $1 and part = 'applicant'`,
          emptied: `update application_draft set fields = '{}' where application_id = $1`,
          twice: `update application_draft set version = version + 1 where application_id = $1 and part = 'applicant'`,
        }
        const found: Record<string, unknown> = {}
        for (const [kind, query] of Object.entries(harm)) {
          const typist = await addTypist(owner)
          for (let turn = 0; turn < 3; turn += 1) expect(await typeOne(server.url, typist)).toBe(true)
          await owner.query(query, [typist.id])
          const tally = newDraftTally()
          await look(owner, typist, tally)
          found[kind] = [tally.faults.lost.size, tally.faults.doubled.size]
        }
        expect(found).toEqual({ none: [0, 0], altered: [1, 0], emptied: [1, 0], twice: [0, 1] })
      }),
    ),
  )
})
