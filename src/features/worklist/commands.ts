import 'server-only'
import { paths, withQuery } from '@/i18n/paths'
import { withViewer, type Door } from '@/server/db'
import type { Answer, Call } from '@/server/endpoint'
import { isId } from '@/server/ids'
import { findTask, moveTask } from '@/server/tasks'
import type { Staff } from '@/server/viewer'
import { askedIn, fieldsOf } from './asked'
import { PAGE_LENGTH } from './statement'
import type { Sharing } from './schema'
import { outcomeFields, shares, type Share } from './outcome'

type Chosen = { readonly id: string; readonly version: number }

/**
 * Takes, gives back or gives to a colleague the tasks chosen in a list. Each moves by itself, if nobody moved it
 * meanwhile: those that did not are counted, and the list shows them as they are now.
 */
export async function shareTasks({ viewer, input, locale }: Call<Staff, Sharing>): Promise<Answer> {
  const verb: Share | undefined = input.take ? 'claim' : shares.find((one) => one === input.verb)
  const chosen = chosenIn(input)
  const back = (fields: Record<string, string>): string =>
    input.list === 'handOver'
      ? withQuery(paths.officeHandOver(locale), { ...(input.of ? { agent: input.of } : {}), ...fields })
      : withQuery(paths.office(locale), { ...fieldsOf(askedIn(queryOf(input.list ?? ''))), ...fields })
  const refused = (code: 'noTask' | 'noAssignee'): Answer => ({
    to: back({ told: code }),
    status: 422,
    data: { code },
  })
  if (!verb || chosen.length === 0) return refused('noTask')
  const moved: string[] = []
  const left: { id: string; refusal: string }[] = []
  const known = await withViewer(viewer, async (door) => {
    if (verb === 'assign' && !(await isColleague(door, input.assignee ?? ''))) return false
    for (const one of chosen) {
      const refusal = await share(door, viewer, one, verb, input.assignee)
      if (refusal) left.push({ id: one.id, refusal })
      else moved.push(one.id)
    }
    return true
  })
  if (!known) return refused('noAssignee')
  return {
    to: back(outcomeFields({ verb, moved: moved.length, left: left.length })),
    status: moved.length > 0 ? 200 : 409,
    data: { moved, left },
  }
}

/** Moves one task; gives why not, when it does not move. */
async function share(
  door: Door,
  viewer: Staff,
  { id, version }: Chosen,
  verb: Share,
  assignee: string | undefined,
): Promise<string | null> {
  const task = await findTask(door, id)
  if (!task) return 'notFound'
  const given = verb === 'assign' ? { given: ['assignee' as const], assignTo: assignee! } : {}
  const done = await moveTask(door, viewer, task, verb, {
    version,
    ...given,
    ...(verb === 'assign' ? { details: { assignee } } : {}),
  })
  return 'refusal' in done ? done.refusal : null
}

async function isColleague({ sql }: Door, id: string): Promise<boolean> {
  if (!isId(id)) return false
  return (await sql('select from office_colleagues() c where c.id = $1', [id])).length > 0
}

/** In the order of their identifiers: two who choose the same tasks wait for each other, and never forever. */
function chosenIn({ task, take }: Sharing): Chosen[] {
  const texts = take ? [take] : typeof task === 'string' ? [task] : (task ?? [])
  const found = new Map<string, Chosen>()
  for (const text of texts.slice(0, PAGE_LENGTH * 4)) {
    const [id = '', version = ''] = text.split(':')
    if (isId(id) && /^\d{1,9}$/.test(version)) found.set(id, { id, version: Number(version) })
  }
  return [...found.values()].sort((one, other) => (one.id < other.id ? -1 : 1))
}

function queryOf(list: string): Record<string, string[]> {
  const query = new URLSearchParams(list)
  return Object.fromEntries([...query.keys()].map((name) => [name, query.getAll(name)]))
}
