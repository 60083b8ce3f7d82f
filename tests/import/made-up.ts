import { writeFileSync } from 'node:fs'

/** A household of a file, every field that must be there and none that need not. People are made up. */
export const household = (fileNumber = 'FICTIF-9001', more: object = {}): Record<string, unknown> => ({
  type: 'household',
  fileNumber,
  office: '009',
  adults: [adult()],
  situations: [{ from: '2025-03', programme: 'socialAssistance', onAssistanceSince: '2025-03' }],
  ...more,
})

export const adult = (more: object = {}) => ({
  givenName: 'Noé',
  familyName: 'Imaginaire',
  birthDate: '1988-02-29',
  language: 'fr',
  from: '2025-03-01',
  ...more,
})

export const header = (more: object = {}) => ({
  type: 'header',
  format: 'quinze-households',
  version: 1,
  agency: 'Agence imaginaire',
  madeOn: '2026-11-20',
  covers: 'Des ménages inventés',
  ...more,
})

/** The totals of these households, as an agency would count them. */
export function totals(households: readonly Record<string, unknown>[], more: object = {}) {
  const count = (field: string) =>
    households.reduce((sum, one) => sum + ((one[field] as unknown[] | undefined)?.length ?? 0), 0)
  const recoveryCents = households
    .flatMap((one) => one['situations'] as { recoveryCents?: number }[])
    .reduce((sum, one) => sum + (one.recoveryCents ?? 0), 0)
  const [adults, children, mandates] = [count('adults'), count('children'), count('mandates')]
  return { type: 'totals', households: households.length, adults, children, mandates, recoveryCents, ...more }
}

/** A whole file of these households. */
export const fileOf = (households: readonly Record<string, unknown>[], more: object = {}): string =>
  [header(), ...households, totals(households, more)].map((line) => `${JSON.stringify(line)}\n`).join('')

/** Writes a file and returns its path. */
export function written(path: string, content: string | Uint8Array): string {
  writeFileSync(path, content)
  return path
}
