import { describe, expect, test } from 'vitest'
import { demoHouseholds, representatives, tabledPeople } from '../../../prisma/demo/households.mjs'
import { demoPeople } from '../../../prisma/demo/people.mjs'
import { addMonths, type Day, dayOf, instantOf, type Month, monthOf } from '../../../src/domain/calendar'
import { english, faults, french } from '../../i18n/typography'
import { withWorld } from '../../support/world'
import { citizenCalled } from './viewers'

const world = withWorld()
const citizens = demoPeople.filter(({ realm }) => realm === 'citizen')

/** Words for what does not exist. Nobody in Québec is called so; a new name is added here on purpose. */
const invented =
  `Alinéa Allégorie Anecdote Apostrophe Astérisque Brouillon Calque Canevas Charade Chimère Croquis Devinette
  Doublure Entraide Énigme Épilogue Épure Essai Exemple Ébauche Échantillon Esquisse Factice Feuilleton Fiction Fictif
  Figurant Gabarit Guillemet Hypothèse Illustration Imaginaire Inventé Mandataire Mannequin Maquette Mirage Modèle
  Paragraphe Parenthèse Pastiche Péripétie Personnage Procuration Prototype Scénario Schéma Silhouette Simulacre
  Spécimen Supposé Synopsis Témoin Utopie Variante Virtuel`.split(/\s+/)

describe('the demo people', () => {
  test('1. there are at least forty households, and every citizen has a story in both languages', () => {
    expect(demoHouseholds.length).toBeGreaterThanOrEqual(40)
    expect(new Set(demoPeople.map(({ id }) => id)).size).toBe(demoPeople.length)
    for (const { id, story } of demoPeople) {
      expect({ id, faults: faults(story.fr, french) }).toEqual({ id, faults: [] })
      expect({ id, faults: faults(story.en, english) }).toEqual({ id, faults: [] })
      for (const text of [story.fr, story.en]) expect(text).toMatch(/^[\p{Lu}].{20,140}\.$/u)
    }
  })

  test('2. every citizen signs in as someone, who has a household or acts for a person', async () => {
    for (const { id, name } of citizens) {
      const viewer = await citizenCalled(world.owner, id)
      const acts = viewer
        ? await world.owner.mandate.count({ where: { representativeId: viewer.personId } })
        : 0
      expect({ id, name: viewer?.name, belongs: (viewer?.memberships.length ?? 0) + acts > 0 }).toEqual({
        id,
        name,
        belongs: true,
      })
    }
  })

  test('3. nobody could be a real person: names, telephones, addresses, numbers', async () => {
    const people = await world.owner.person.findMany()
    expect(people.filter(({ familyName }) => !invented.includes(familyName))).toEqual([])
    const contacts = await world.owner.contact.findMany()
    expect(contacts.length).toBeGreaterThanOrEqual(tabledPeople.length)
    for (const { email, mobile, notifyBy } of contacts) {
      if (notifyBy === 'none') {
        expect([email, mobile]).toEqual([null, null])
        continue
      }
      expect(email).toMatch(/@example\.(org|com)$/)
      expect(mobile).toMatch(/^\+1\d{3}55501\d\d$/)
    }
    // Never issued: a social insurance number that begins with 0 or 8.
    const texts = [JSON.stringify(demoPeople), JSON.stringify(demoHouseholds)]
    for (const { answers } of await world.owner.filing.findMany({ select: { answers: true } }))
      texts.push(JSON.stringify(answers).replaceAll(/[0-9a-f]{8}-[0-9a-f-]{27}/g, ''))
    const numbers = texts.flatMap((text) => text.match(/(?<![\d-])\d{3}[ -]?\d{3}[ -]?\d{3}(?![\d-])/g) ?? [])
    expect(numbers.filter((number) => !/^[08]/.test(number))).toEqual([])
  })

  test('4. each household lives where its office serves', async () => {
    const rows = await world.owner.$queryRawUnsafe<{ file: string; served: boolean; known: boolean }[]>(
      `select h.file_number as file, f.fsa is not null as known,
         exists (select 1 from postal_area_office o where o.fsa = f.fsa and o.office_id = h.office_id) as served
       from household h join household_address a on a.household_id = h.id
         left join postal_area f on f.fsa = left(a.postal_code, 3)`,
    )
    expect(rows.length).toBe(demoHouseholds.length)
    expect(rows.filter(({ served, known }) => !served || !known)).toEqual([])
  })
})

describe('the letters of the demo', () => {
  test('5. everybody with a file signs in by the code shown for them, and is reached as they asked', async () => {
    const { issueByAccessCode } = await import('@/server/one-time-codes')
    const { parseFileNumber } = await import('@/server/access-codes')
    const withFile = citizens.filter(({ letter }) => letter !== null)
    expect(withFile.length).toBe(citizens.length - representatives.length)
    for (const [place, { id, letter }] of withFile.entries()) {
      const viewer = (await citizenCalled(world.owner, id))!
      const contact = await world.owner.contact.findFirstOrThrow({ where: { personId: viewer.personId } })
      const request = new Request('http://localhost/', {
        headers: { 'x-forwarded-for': `198.51.100.${place + 1}` },
      })
      const proof = { ...letter!, fileNumber: parseFileNumber(letter!.fileNumber)! }
      const asking = { purpose: 'sign-in' as const, pending: `browser of ${id}`, shared: false, request }
      const channel = contact.notifyBy === 'none' ? 'desk' : contact.notifyBy
      expect({ id, issued: await issueByAccessCode(asking, proof) }).toEqual({ id, issued: { channel } })
    }
  })
})

describe('every kind is there', () => {
  test('6. at least one household of each kind the demo promises', async () => {
    const now = dayOf(instantOf(new Date()))
    const month = monthOf(now)
    const last = addMonths(month, -1)
    const rows = await world.owner.household.findMany({
      include: {
        office: true,
        situations: { orderBy: { fromMonth: 'asc' } },
        members: { include: { person: { include: { constraints: true } } } },
        filings: true,
        obligations: true,
      },
    })
    const extended = await world.owner.filingExtension.findMany({ where: { month } })
    const households = rows.map((row) => {
      const present = row.members.filter(({ untilDay }) => untilDay === null)
      const adults = present.filter(({ role }) => role === 'adult')
      const kinds = adults.flatMap(({ person }) => person.constraints.filter(({ untilDay }) => !untilDay))
      return {
        ...row,
        adults,
        children: present.length - adults.length,
        situation: row.situations.at(-1)!,
        has: (kind: string) => kinds.some((one) => one.kind === kind),
        incomes: row.filings.map(({ answers }) => answers as { work: unknown[]; selfEmployment: unknown[] }),
        filed: (of: Month) => row.filings.some((one) => one.kind === 'statement' && one.month === of),
      }
    })
    const files = (one: (typeof households)[number]) => one.situation.programme === 'socialAssistance'
    const duty = (one: (typeof households)[number]) =>
      one.obligations.find((row) => row.month === month)?.files
    const acting = await world.owner.mandate.findMany()
    const actedFor = (kind: string) =>
      acting.filter((one) => one.kind === kind).map(({ personId }) => personId)
    const kinds: Record<string, (one: (typeof households)[number]) => boolean> = {
      single: ({ adults, children }) => adults.length === 1 && children === 0,
      couple: ({ adults, children }) => adults.length === 2 && children === 0,
      'single parent': ({ adults, children }) => adults.length === 1 && children > 0,
      'couple with children': ({ adults, children }) => adults.length === 2 && children > 0,
      'living with a parent': ({ situation }) => situation.livesWithParents,
      'temporary constraint': (one) => one.has('temporary'),
      'severe constraint': (one) => one.has('severe') && one.situation.programme === 'socialSolidarity',
      'Basic Income': ({ situation }) => situation.programme === 'basicIncome',
      'several jobs': ({ incomes }) => incomes.some(({ work }) => work.length > 1),
      'self-employed': ({ incomes }) => incomes.some(({ selfEmployment }) => selfEmployment.length > 0),
      late: (one) =>
        files(one) && duty(one) !== 'whenChanged' && one.situation.fromMonth <= last && !one.filed(last),
      exempt: (one) => files(one) && duty(one) === 'whenChanged',
      'asked to file': (one) => !files(one) && duty(one) === 'always',
      'extended for itself': ({ id }) => extended.some(({ householdId }) => householdId === id),
      'extended with its office': ({ officeId }) => extended.some((one) => one.officeId === officeId),
      'separated last month': ({ members }) =>
        members.some(
          ({ role, untilDay }) => role === 'adult' && monthOf((untilDay ?? '1900-01-01') as Day) === last,
        ),
      'delegated office': ({ office }) => office.delegatedTo === 'Ville de Montréal',
      'far north': ({ office }) => office.city === 'Kuujjuaq',
      'represented by an administrator': ({ adults }) =>
        adults.some(({ personId }) => actedFor('administrator').includes(personId)),
      'helped by a community': ({ adults }) =>
        adults.some(({ personId }) => actedFor('communityHelper').includes(personId)),
    }
    const counts = Object.entries(kinds).map(([kind, is]) => [kind, households.filter(is).length > 0])
    expect(counts).toEqual(Object.keys(kinds).map((kind) => [kind, true]))
    expect(await world.owner.householdAddress.count({ where: { protected: true } })).toBeGreaterThan(0)
    expect(acting.filter(({ revokedAt }) => revokedAt !== null).length).toBeGreaterThan(0)
  })
})
