import 'server-only'
import { addDays, dayOf } from '@/domain/calendar'
import { regions } from '@/domain/offices/regions'
import { extendableMonths, readNewLimit } from '@/domain/statement/extending'
import { readDate } from '@/domain/typed'
import type { Locale } from '@/i18n/locale'
import { paths, withQuery } from '@/i18n/paths'
import { record } from '@/server/audit'
import { withViewer, type Door } from '@/server/db'
import type { Answer, Call } from '@/server/endpoint'
import { isId } from '@/server/ids'
import type { Staff } from '@/server/viewer'
import {
  MOST_ONE_IN,
  reasonIn,
  roles,
  scopes,
  type ExtensionForm,
  type ProposalNote,
  type ProposedRole,
  type RoleForm,
  type SamplingForm,
  type Scope,
  type WordForm,
} from './schema'

/** The furthest day from which a share may be changed, in days. */
const MOST_AHEAD = 366

const answer = (locale: Locale, note: ProposalNote, status: number): Answer => ({
  to: `${paths.proposals(locale)}?note=${note}`,
  status,
  data: { code: note },
})

/** What is wrong, and what was typed, which its form shows again. */
function wrongWith(
  locale: Locale,
  note: ProposalNote,
  form: string,
  { key: _key, ...typed }: Readonly<Record<string, string | undefined>>,
): Answer {
  // An address has its limits: a reason past its own length comes back cut, and nothing else is ever so long.
  const most = (name: string) => (/^(reason|why)/.test(name) ? 400 : 40)
  const fields = Object.fromEntries(
    Object.entries(typed).map(([name, value]) => [name, (value ?? '').slice(0, most(name))]),
  )
  return {
    to: withQuery(paths.proposals(locale), { ...fields, note, form }),
    status: 422,
    data: { code: note },
  }
}

/** Asks that someone's role change. Another supervisor decides; until then nothing changes. */
export async function proposeRole({ viewer, input, locale }: Call<Staff, RoleForm>): Promise<Answer> {
  // The reason may say something of a colleague: it is in no address.
  const { staff: typedStaff, role: typedRole, office: typedOffice } = input
  const typed = { staff: typedStaff, role: typedRole, office: typedOffice }
  const wrong = (note: ProposalNote) => wrongWith(locale, note, 'role', typed)
  const role = roles.find((one) => one === input.role)
  const reason = reasonIn(input.reason)
  const [key, staff] = [input.key ?? '', input.staff ?? '']
  if (!isId(staff)) return wrong('staff')
  if (staff === viewer.staffId) return wrong('about-you')
  if (!role) return wrong('role')
  const atOffice = role === 'agent' || role === 'supervisor'
  if (atOffice && !(input.office && isId(input.office))) return wrong('office')
  if (!reason || !isId(key)) return wrong('reason')
  const office = atOffice ? input.office! : null
  return withViewer(viewer, async (door) => {
    const known = await door.sql('select 1 from staff_names() where id = $1', [staff])
    if (known.length === 0) return wrong('staff')
    if (office && (await door.sql('select 1 from office where id = $1', [office])).length === 0)
      return wrong('office')
    return ask(door, viewer, locale, {
      ...{ kind: 'role', staff_id: staff, role, office_id: office },
      ...{ reason_fr: reason, key },
    })
  })
}

/** Asks for a later limit, for more than one household. Another supervisor decides. */
export async function proposeExtension({
  viewer,
  input,
  locale,
}: Call<Staff, ExtensionForm>): Promise<Answer> {
  const wrong = (note: ProposalNote) => wrongWith(locale, note, 'extension', input)
  return withViewer(viewer, async (door) => {
    const month = extendableMonths(door.now).find((one) => one === input.month)
    if (!month) return wrong('month')
    const scope = scopes.find((one) => one === input.scope)
    if (!scope) return wrong('scope')
    const place = await placeOf(door, scope, input)
    if (!place) return wrong('where')
    const part = (name: 'day' | 'month' | 'year') => input[`until.${name}`] ?? ''
    const limit = readNewLimit({ day: part('day'), month: part('month'), year: part('year') }, month)
    if (limit.value === undefined) return wrong('day')
    const [fr, en] = [reasonIn(input.reasonFr), reasonIn(input.reasonEn)]
    const key = input.key ?? ''
    if (!fr || !en || !isId(key)) return wrong('reasons')
    return ask(door, viewer, locale, {
      ...{ kind: 'extension', scope, ...place, month, new_instant: limit.value },
      ...{ reason_fr: fr, reason_en: en, key },
    })
  })
}

/** Asks that another share of refusals be read by two, from a day to come. Another supervisor decides. */
export async function proposeSampling({ viewer, input, locale }: Call<Staff, SamplingForm>): Promise<Answer> {
  const wrong = (note: ProposalNote) => wrongWith(locale, note, 'sampling', input)
  return withViewer(viewer, async (door) => {
    const oneIn = Number(/^\s*(\d{1,2})\s*$/.exec(input.oneIn ?? '')?.[1] ?? 0)
    if (oneIn < 1 || oneIn > MOST_ONE_IN) return wrong('one-in')
    const part = (name: 'day' | 'month' | 'year') => input[`from.${name}`] ?? ''
    const today = dayOf(door.now)
    const date = { day: part('day'), month: part('month'), year: part('year') }
    const from = readDate(date, addDays(today, 1), addDays(today, MOST_AHEAD))
    if (from.value === undefined) return wrong('from')
    const [reason, key] = [reasonIn(input.why), input.key ?? '']
    if (!reason || !isId(key)) return wrong('why')
    return ask(door, viewer, locale, {
      ...{ kind: 'sampling', one_in: String(oneIn), from_day: from.value, reason_fr: reason, key },
    })
  })
}

async function placeOf({ sql }: Door, scope: Scope, input: ExtensionForm) {
  if (scope === 'everyone') return { region_code: null, office_id: null }
  if (scope === 'region') {
    const region = regions.find(({ code }) => code === input.region)
    return region ? { region_code: region.code, office_id: null } : null
  }
  if (!input.office || !isId(input.office)) return null
  const found = await sql('select 1 from office where id = $1', [input.office])
  return found.length > 0 ? { region_code: null, office_id: input.office } : null
}

type Row = Readonly<Record<string, string | null | ProposedRole>>

async function ask(door: Door, viewer: Staff, locale: Locale, row: Row): Promise<Answer> {
  const columns = [...Object.keys(row), 'asked_by']
  const values = [...Object.values(row), viewer.staffId]
  const places = values.map((_, index) => `$${index + 1}`)
  // One of this person waits already, or the same form came twice: there is one proposal.
  const [made] = await door.sql<{ id: string }>(
    `insert into proposal (${columns.join(', ')}) values (${places.join(', ')}) on conflict do nothing returning id`,
    values,
  )
  if (!made) return answer(locale, 'waiting', 409)
  await record(door, viewer, {
    act: 'asked',
    subjectKind: 'proposal',
    subjectId: made.id,
    details: { kind: row['kind']! },
  })
  return { to: `${paths.proposals(locale)}?note=asked`, data: { code: 'asked', id: made.id } }
}

/** The second word on a proposal, or its author's withdrawal. The database does what is granted, and once. */
export async function decide({ viewer, input, params, locale }: Call<Staff, WordForm>): Promise<Answer> {
  const id = params['id'] ?? ''
  const { word } = input
  if (!isId(id) || !word) return answer(locale, 'gone', 404)
  return withViewer(viewer, async (door) => {
    const [row] = await door.sql<{ done: string }>('select decide_proposal($1, $2) as done', [id, word])
    const done = row!.done
    if (done === 'not-found') return answer(locale, 'gone', 404)
    if (done !== word) return answer(locale, done as ProposalNote, 409)
    await record(door, viewer, { act: word, subjectKind: 'proposal', subjectId: id })
    return { to: `${paths.proposals(locale)}?note=${done}`, data: { code: done } }
  })
}
