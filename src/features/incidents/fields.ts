import type { Day } from '@/domain/calendar'
import { incidentDays, incidentWords, type Incident, type TypedIncident } from '@/domain/privacy/incident'
import { fieldNames, type FieldName } from './schema'

/** What the form holds, by the names of its fields. */
export type IncidentFields = Readonly<Record<FieldName, string>>

/** A form as it was kept: one that misses a field has it empty. */
export const fieldsFrom = (kept: Readonly<Record<string, string>>): IncidentFields =>
  Object.fromEntries(fieldNames.map((name) => [name, kept[name] ?? ''])) as IncidentFields

export const emptyFields = fieldsFrom({})

/** The fields as the domain reads them. */
export function typedOf(fields: IncidentFields): TypedIncident {
  const days = incidentDays.map((field) => [
    field,
    { day: fields[`${field}.day`], month: fields[`${field}.month`], year: fields[`${field}.year`] },
  ])
  const { persons, approximate, serious, publicNotice } = fields
  return {
    ...(Object.fromEntries(incidentWords.map((field) => [field, fields[field]])) as Pick<
      TypedIncident,
      (typeof incidentWords)[number]
    >),
    ...(Object.fromEntries(days) as Pick<TypedIncident, (typeof incidentDays)[number]>),
    ...{ persons, approximate, serious, publicNotice },
  }
}

/** An entry as its form shows it, to be completed. */
export function fieldsOf(incident: Incident): IncidentFields {
  const dayParts = (field: (typeof incidentDays)[number], day: Day | null) => {
    const [year = '', month = '', of = ''] = day?.split('-') ?? []
    return { [`${field}.day`]: of, [`${field}.month`]: month, [`${field}.year`]: year }
  }
  const whether = (value: boolean | null) => (value === null ? '' : value ? 'yes' : 'no')
  return fieldsFrom({
    ...Object.fromEntries(incidentWords.map((field) => [field, incident[field]])),
    ...Object.assign({}, ...incidentDays.map((field) => dayParts(field, incident[field]))),
    persons: incident.persons === null ? '' : String(incident.persons),
    approximate: incident.approximate ? 'yes' : '',
    serious: whether(incident.serious),
    publicNotice: whether(incident.publicNotice),
  })
}
