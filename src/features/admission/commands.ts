import 'server-only'
import type { Adult } from '@/domain/application/adult'
import { newProgrammes, type PersonKey } from '@/domain/application/admission'
import type { Constraint } from '@/domain/benefit/situation'
import { paths } from '@/i18n/paths'
import { keepChoices } from '@/server/admission'
import { type AdmissionChoices, type PreparedAdmission, readAdmission } from '@/server/prepared-admission'
import { record } from '@/server/audit'
import { withViewer } from '@/server/db'
import type { Answer, Call } from '@/server/endpoint'
import { isId } from '@/server/ids'
import type { Staff } from '@/server/viewer'
import { type AdmissionForm, constraintField, personField } from './schema'

const constraints: readonly Constraint[] = ['none', 'temporary', 'severe']

/** Keeps what the agent settles of the household to be. It is made when the application is accepted, and not before. */
export async function settleAdmission(call: Call<Staff, AdmissionForm>): Promise<Answer> {
  const { viewer, input, locale } = call
  const id = call.params['id'] ?? ''
  const notFound: Answer = {
    to: paths.problem(locale, 'not-allowed'),
    status: 404,
    data: { code: 'not-allowed' },
  }
  if (!isId(id)) return notFound
  return withViewer(viewer, async (door) => {
    const before = await readAdmission(door, id)
    if (!before) return notFound
    const to = paths.officeAdmission(locale, id)
    if (before.made) return { to, status: 409, data: { code: 'admitted' } }
    await keepChoices(door, viewer, id, choicesIn(input, before))
    await record(door, viewer, { act: 'prepared', subjectKind: 'application', subjectId: id })
    const questions = (await readAdmission(door, id))?.questions.length ?? 0
    return questions > 0
      ? { to, status: 422, data: { code: 'questions-left', questions } }
      : { to, data: { code: 'ready' } }
  })
}

/** What a form says of the people there are; anything else says nothing. */
function choicesIn(input: AdmissionForm, { people }: PreparedAdmission): AdmissionChoices {
  const said = (name: string): string => {
    const value = Object.hasOwn(input, name) ? input[name]! : ''
    return typeof value === 'string' ? value : (value[0] ?? '')
  }
  const who: Partial<Record<PersonKey, string>> = {}
  const told: Partial<Record<Adult, Constraint>> = {}
  for (const { person, known } of people) {
    const chosen = said(personField(person.key))
    const isKnown = known.some(({ personId }) => personId === chosen)
    if (known.length > 0 && (chosen === 'new' || isKnown)) who[person.key] = chosen
    const constraint = constraints.find((one) => one === said(constraintField(person.key)))
    if (person.role === 'adult' && constraint) told[person.key as Adult] = constraint
  }
  const programme = newProgrammes.find((one) => one === said('programme'))
  return { people: who, constraints: told, ...(programme ? { programme } : {}) }
}
