import 'server-only'
import type { Adult } from '@/domain/application/adult'
import {
  type Hindrance,
  newHousehold,
  type NewHousehold,
  type NewPerson,
  type PersonKey,
  proposedProgramme,
} from '@/domain/application/admission'
import type { Benefit } from '@/domain/benefit/line'
import type { Constraint, FileProgramme, Programme } from '@/domain/benefit/situation'
import type { Day } from '@/domain/calendar'
import type { Door } from './db'
import { readSentApplication, type SentApplication } from './sent-answers'

/*
 * The household an application would make, and what only the agent can settle of it. Nobody is merged silently: who may
 * be known already is asked.
 */

/** What the agent settled before accepting. */
export type AdmissionChoices = {
  /** Who each is: a person known already, by their identifier, or `new`. */
  readonly people?: Readonly<Partial<Record<PersonKey, string>>>
  readonly programme?: FileProgramme
  readonly constraints?: Partial<Readonly<Record<Adult, Constraint>>>
}

/** Someone who is known already and may be the same. */
export type KnownPerson = {
  readonly personId: string
  readonly name: string
  readonly birthDate: Day
  /** By the account of the application, by the file number they gave, or by name and birth date alone. */
  readonly how: 'account' | 'fileNumber' | 'sameName'
  /** The file they are in, or were in last. */
  readonly fileNumber: string | null
  readonly livesThere: boolean
}

/** What only the agent can settle. */
export type AdmissionQuestion =
  | {
      readonly kind: 'person'
      readonly key: PersonKey
      readonly name: string
      readonly known: readonly KnownPerson[]
    }
  | { readonly kind: 'programme'; readonly proposed: Programme }

/** An admission as it stands, read before it is decided. */
export type PreparedAdmission = {
  readonly choices: AdmissionChoices
  /** Once it is made. */
  readonly made: { readonly fileNumber: string; readonly householdId: string } | null
  /** It could not be made: a person looks. */
  readonly problem: string | null
  /** Everyone it is of, with who they may be. */
  readonly people: readonly { readonly person: NewPerson; readonly known: readonly KnownPerson[] }[]
  readonly proposed: Programme | null
  readonly household: NewHousehold | null
  readonly hindrance: Hindrance | null
  /** What is left to settle. */
  readonly questions: readonly AdmissionQuestion[]
}

type Row = {
  choices: AdmissionChoices
  file_number: string
  household_id: string | null
  problem: string | null
}

/** What an application would make, and what is left to settle. Null when it is not this viewer's to see. */
export async function readAdmission(door: Door, applicationId: string): Promise<PreparedAdmission | null> {
  const sent = await readSentApplication(door, applicationId)
  return sent && prepared(door, applicationId, sent)
}

/** The same, of an application that was read already. */
export async function prepared(door: Door, id: string, sent: SentApplication): Promise<PreparedAdmission> {
  const [row] = await door.sql<Row>(
    'select choices, file_number, household_id, problem from admission where application_id = $1',
    [id],
  )
  const choices = row?.choices ?? {}
  const made = row?.household_id ? { fileNumber: row.file_number, householdId: row.household_id } : null
  const none = {
    ...{ choices, made, problem: row?.problem ?? null },
    ...{ people: [], proposed: null, household: null, hindrance: null, questions: [] },
  }
  if (sent.answers === 'spouseNotHeard') return { ...none, hindrance: 'spouseNotHeard' }
  const proposed = proposedProgramme(sent.answers, sent.day)
  // Read as if it were one that a file holds, so that the people are known before the programme is.
  const read = newHousehold(sent.answers, sent.day, { programme: 'socialAssistance', ...choices })
  if (!read || 'hindrance' in read) return { ...none, proposed, hindrance: read?.hindrance ?? null }
  const people = []
  for (const person of read.people) {
    people.push({ person, known: await listKnown(door, id, person) })
  }
  const household = newHousehold(sent.answers, sent.day, choices) as NewHousehold | null
  const questions = questionsOf(people, choices)
  if (household === null) questions.push({ kind: 'programme', proposed })
  return { ...none, people, proposed, household, questions }
}

/** The payments that an application accepted now would plan; none as long as something hinders it. */
export async function paymentsOf(
  door: Door,
  id: string,
  { answers, day }: SentApplication,
): Promise<readonly Benefit[]> {
  if (answers === 'spouseNotHeard') return []
  const [row] = await door.sql<{ choices: AdmissionChoices }>(
    'select choices from admission where application_id = $1',
    [id],
  )
  const household = newHousehold(answers, day, row?.choices ?? {})
  return household && 'payments' in household ? household.payments : []
}

type Found = {
  person_id: string
  given_name: string
  family_name: string
  birth_date: Day
  how: KnownPerson['how']
  file_number: string | null
  lives_there: boolean
}

async function listKnown({ sql }: Door, id: string, person: NewPerson): Promise<KnownPerson[]> {
  const rows = await sql<Found>('select * from known_people($1, $2, $3, $4, $5, $6)', [
    ...[id, person.key, person.givenName, person.familyName, person.birthDate, person.toldFileNumber],
  ])
  return rows.map((row) => ({
    personId: row.person_id,
    name: `${row.given_name} ${row.family_name}`,
    birthDate: row.birth_date,
    how: row.how,
    fileNumber: row.file_number,
    livesThere: row.lives_there,
  }))
}

type Someone = PreparedAdmission['people'][number]

/** Of each who may be known, whether the agent said who they are. One person is never two of the household. */
function questionsOf(people: readonly Someone[], choices: AdmissionChoices): AdmissionQuestion[] {
  const chosen = people.map((one) => chosenFor(one, choices))
  return people.flatMap(({ person, known }, index): AdmissionQuestion[] => {
    const own = chosen[index]
    const isTwice = own !== null && own !== 'new' && chosen.indexOf(own!) < index
    if (known.length === 0 || (own !== null && !isTwice)) return []
    const name = `${person.givenName} ${person.familyName}`
    return [{ kind: 'person', key: person.key, name, known }]
  })
}

/**
 * Who someone is: as the agent said, or `new` when nobody is like them. Only the account the application is attached to,
 * of the same name and birth date, settles it alone: that person signed in to it.
 */
export function chosenFor({ person, known }: Someone, { people }: AdmissionChoices): string | null {
  const said = people?.[person.key]
  if (said === 'new' || known.some(({ personId }) => personId === said)) return said!
  const [first, ...others] = known
  if (!first) return 'new'
  const isSame =
    first.how === 'account' &&
    others.length === 0 &&
    first.birthDate === person.birthDate &&
    first.name.toLowerCase() === `${person.givenName} ${person.familyName}`.toLowerCase()
  return isSame ? first.personId : null
}
