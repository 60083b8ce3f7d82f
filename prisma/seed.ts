import { addMonths, dayOf, dayOfMonth, endOfDay, instantOf, monthOf } from '../src/domain/calendar'
import type { Month } from '../src/domain/calendar'
import { cents } from '../src/domain/money'
import { addAdult, addFiling, addHousehold, addStaff, morningOf, ownerClient } from './builders'
import type { Owner } from './builders'
import { installMovableClock, moveClock } from './demo-clock'
import { demoHouseholds, representatives } from './demo/households.mjs'
import { writeHouseholds } from './demo/write'

/**
 * The demo's people, each in a state worth seeing: the first ones here, whose months the tests count on, then those of
 * the tables in prisma/demo, with twelve months each. Names are made up, and no such person exists. The demo's clock starts on the 10th of the current month, so that a statement can be filed on
 * time whatever the day.
 */
export async function seedDemo(owner: Owner): Promise<void> {
  await installMovableClock(owner)
  const month = monthOf(dayOf(instantOf(new Date())))
  await moveClock(owner, morningOf(dayOfMonth(month, 10)))
  const offices = await seedOffices(owner)
  await seedHouseholds(owner, offices, month)
  await writeHouseholds(owner, demoHouseholds, representatives, month)
}

async function seedOffices(owner: Owner): Promise<{ drummondville: string; amos: string }> {
  const officeOf = async (code: string) => (await owner.office.findFirstOrThrow({ where: { code } })).id
  const drummondville = await officeOf('009')
  const amos = await officeOf('002')
  const eastOfMontreal = await officeOf('250')
  const kuujjuaq = await officeOf('100')
  await addStaff(owner, { name: 'Jules Agent', role: 'agent', officeId: drummondville, subject: 'jules' })
  await addStaff(owner, { name: 'Karine Agente', role: 'agent', officeId: amos, subject: 'karine' })
  await addStaff(owner, { name: 'Marc Cadre', role: 'supervisor', officeId: drummondville, subject: 'marc' })
  await addStaff(owner, { name: 'Léa Soutien', role: 'contact', officeId: null, subject: 'lea' })
  await addStaff(owner, { name: 'Alice Agente', role: 'agent', officeId: eastOfMontreal, subject: 'alice' })
  await addStaff(owner, { name: 'Sam Agent', role: 'agent', officeId: kuujjuaq, subject: 'sam' })
  return { drummondville, amos }
}

async function seedHouseholds(
  owner: Owner,
  { drummondville, amos }: { drummondville: string; amos: string },
  month: Month,
): Promise<void> {
  const last = addMonths(month, -1)
  const before = addMonths(month, -2)
  const filedOn = (of: Month, day: number) => morningOf(dayOfMonth(of, day))

  const since = addMonths(month, -8)
  const past = [-8, -7, -6, -5, -4, -3, -2, -1].map((count) => addMonths(month, count))

  const adele = await addHousehold(owner, {
    fileNumber: 'DEMO-0001-01',
    officeId: drummondville,
    since,
    adults: [{ givenName: 'Adèle', familyName: 'Exemple', birthDate: '1987-05-14', subject: 'adele' }],
  })
  const cafe = (adultId: string, netCents: number, certainty: 'final' | 'estimated') => ({
    adultId,
    employer: 'Café Imaginaire',
    grossCents: cents(Math.round(netCents * 1.1)),
    netCents: cents(netCents),
    certainty,
    ended: null,
  })
  const byAdele = { householdId: adele.id, by: adele.adults[0]!, byName: 'Adèle Exemple' }
  for (const of of past) {
    const job = of === last ? cafe(byAdele.by, 42_000, 'estimated') : cafe(byAdele.by, 38_000, 'final')
    await addFiling(owner, {
      ...byAdele,
      month: of,
      receivedAt: filedOn(of, 12),
      // She began at the café two months ago; before, nothing changed.
      ...(of >= before ? { answers: { changed: ['work'], work: [job] } } : {}),
    })
  }

  const modele = await addHousehold(owner, {
    fileNumber: 'DEMO-0002-02',
    officeId: drummondville,
    since,
    adults: [
      { givenName: 'Bruno', familyName: 'Modèle', birthDate: '1984-11-02', subject: 'bruno' },
      {
        givenName: 'Camille',
        familyName: 'Modèle',
        birthDate: '1990-03-27',
        constraint: 'temporary',
        subject: 'camille',
      },
    ],
    children: [
      { givenName: 'Olive', birthDate: '2013-08-19' },
      { givenName: 'Pruneau', birthDate: '2019-01-30' },
    ],
  })
  for (const of of past) {
    await addFiling(owner, {
      householdId: modele.id,
      by: modele.adults[0]!,
      byName: 'Bruno Modèle',
      adults: [
        { id: modele.adults[0]!, name: 'Bruno Modèle' },
        { id: modele.adults[1]!, name: 'Camille Modèle' },
      ],
      month: of,
      receivedAt: filedOn(of, 8),
    })
  }

  // Files since three months ago, and has not filed the last two.
  const essai = await addHousehold(owner, {
    fileNumber: 'DEMO-0003-03',
    officeId: drummondville,
    since: addMonths(month, -3),
    adults: [
      {
        givenName: 'Dalia',
        familyName: 'Essai',
        birthDate: '1996-07-08',
        constraint: 'temporary',
        subject: 'dalia',
      },
    ],
    children: [{ givenName: 'Mimosa', birthDate: `${Number(month.slice(0, 4)) - 3}-04-12` }],
  })
  await addFiling(owner, {
    householdId: essai.id,
    by: essai.adults[0]!,
    byName: 'Dalia Essai',
    month: addMonths(month, -3),
    receivedAt: filedOn(addMonths(month, -3), 14),
  })

  await addHousehold(owner, {
    fileNumber: 'DEMO-0004-04',
    officeId: amos,
    programme: 'socialSolidarity',
    adults: [
      {
        givenName: 'Émile',
        familyName: 'Fictif',
        birthDate: '1975-12-01',
        constraint: 'severe',
        subject: 'emile',
      },
    ],
  })

  const temoin = await addHousehold(owner, {
    fileNumber: 'DEMO-0005-05',
    officeId: amos,
    since: last,
    adults: [
      { givenName: 'Fanny', familyName: 'Témoin', birthDate: '1968-02-17', language: 'en', subject: 'fanny' },
    ],
  })
  await addFiling(owner, {
    householdId: temoin.id,
    by: temoin.adults[0]!,
    byName: 'Fanny Témoin',
    month: last,
    receivedAt: filedOn(last, 15),
    language: 'en',
  })
  await owner.filingExtension.create({
    data: {
      scope: 'household',
      householdId: temoin.id,
      month,
      newInstant: new Date(endOfDay(dayOfMonth(month, 24))),
      reasonFr: 'Vous étiez à l’hôpital.',
      reasonEn: 'You were in hospital.',
    },
  })

  await seedSeparation(owner, { drummondville, amos }, month)

  const brouillon = await addHousehold(owner, {
    fileNumber: 'DEMO-0008-08',
    officeId: drummondville,
    since: month,
    livesWithParents: true,
    adults: [{ givenName: 'Irène', familyName: 'Brouillon', birthDate: '2004-09-23', subject: 'irene' }],
  })
  const byIrene = { householdId: brouillon.id, by: brouillon.adults[0]!, byName: 'Irène Brouillon', month }
  await addFiling(owner, { ...byIrene, receivedAt: filedOn(month, 3) })
  await addFiling(owner, {
    ...byIrene,
    version: 2,
    receivedAt: filedOn(month, 5),
    correctionReason: 'J’avais oublié une journée de travail.',
    answers: {
      changed: ['work'],
      work: [
        {
          adultId: byIrene.by,
          employer: 'Ferme Inventée',
          grossCents: cents(12_800),
          netCents: cents(11_540),
          certainty: 'final',
          ended: null,
        },
      ],
    },
  })
}

/** Gaspard and Hélène filed together until last month, and have a file each since. */
async function seedSeparation(
  owner: Owner,
  { drummondville, amos }: { drummondville: string; amos: string },
  month: Month,
): Promise<void> {
  const last = addMonths(month, -1)
  const leftOn = dayOfMonth(last, 20)
  const together = await addHousehold(owner, {
    fileNumber: 'DEMO-0006-06',
    officeId: drummondville,
    since: addMonths(month, -2),
    adults: [
      { givenName: 'Gaspard', familyName: 'Prototype', birthDate: '1979-06-30', subject: 'gaspard' },
      {
        givenName: 'Hélène',
        familyName: 'Prototype',
        birthDate: '1981-01-11',
        subject: 'helene',
        untilDay: leftOn,
      },
    ],
  })
  for (const of of [addMonths(month, -2), last]) {
    await addFiling(owner, {
      householdId: together.id,
      by: together.adults[0]!,
      byName: 'Gaspard Prototype',
      adults: [
        { id: together.adults[0]!, name: 'Gaspard Prototype' },
        { id: together.adults[1]!, name: 'Hélène Prototype' },
      ],
      month: of,
      receivedAt: morningOf(dayOfMonth(of, 6)),
    })
  }
  const alone = await addHousehold(owner, {
    fileNumber: 'DEMO-0007-07',
    officeId: amos,
    since: month,
    adults: [],
  })
  await addAdult(
    owner,
    alone.id,
    { givenName: 'Hélène', familyName: 'Prototype', birthDate: '1981-01-11', personId: together.adults[1]! },
    leftOn,
  )
}

if (process.argv[1]?.endsWith('seed.ts')) {
  const url = process.env['DATABASE_OWNER_URL']
  if (!url) throw new Error('DATABASE_OWNER_URL says which database to fill')
  const owner = ownerClient(url)
  await seedDemo(owner)
  await owner.$disconnect()
}
