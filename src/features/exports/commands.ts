import 'server-only'
import { paths } from '@/i18n/paths'
import { record } from '@/server/audit'
import { withViewer } from '@/server/db'
import type { Answer, Call } from '@/server/endpoint'
import { isId } from '@/server/ids'
import type { Staff } from '@/server/viewer'
import { countLines } from './lines'
import { makeInBackground } from './making'
import { askedOf, kindOf, type ExportForm } from './schema'

/** Begins a file: what the role may see, as it is now. Asked for twice with the same form, it is one file. */
export async function askForExport({ viewer, input, locale }: Call<Staff, ExportForm>): Promise<Answer> {
  const list = paths.exports(locale)
  const kind = kindOf(viewer.role)
  const key = input.key ?? ''
  if (!kind || !isId(key)) return { to: `${list}?note=no-key`, status: 422, data: { code: 'no-key' } }
  const asked = kind === 'trail' ? askedOf(input) : {}
  const id = await withViewer(viewer, async (door) => {
    await door.sql('select forget_exports()')
    const total = await countLines(door, viewer, kind, asked)
    const [made] = await door.sql<{ id: string }>(
      `insert into export (staff_id, kind, asked, language, rows_total, key) values ($1, $2, $3, $4, $5, $6)
       on conflict (staff_id, key) do nothing returning id`,
      [viewer.staffId, kind, JSON.stringify(asked), locale, total, key],
    )
    if (!made) return null
    await record(door, viewer, {
      act: 'asked',
      subjectKind: 'export',
      subjectId: made.id,
      ...(asked.householdId ? { householdId: asked.householdId } : {}),
      details: { kind, rows: total },
    })
    return made.id
  })
  if (id) makeInBackground(viewer, id)
  return { to: `${list}?note=asked`, data: { code: 'asked', ...(id ? { id } : {}) } }
}

/** Goes on with a file that was left half made. */
export async function goOn({ viewer, params, locale }: Call<Staff, unknown>): Promise<Answer> {
  const id = params['id'] ?? ''
  if (isId(id)) makeInBackground(viewer, id)
  return { to: `${paths.exports(locale)}?note=asked`, data: { code: 'asked' } }
}

/** The file itself, once it is whole, to whoever asked for it. Each time it is taken is in the trail. */
export async function download({ viewer, params, locale }: Call<Staff, unknown>): Promise<Answer> {
  const id = params['id'] ?? ''
  const gone: Answer = { to: `${paths.exports(locale)}?note=gone`, status: 404, data: { code: 'gone' } }
  if (!isId(id)) return gone
  return withViewer(viewer, async (door) => {
    const [file] = await door.sql<{ kind: string; rows_done: number }>(
      'select kind, rows_done from export where id = $1 and staff_id = $2 and ended_at is not null',
      [id, viewer.staffId],
    )
    if (!file) return gone
    const pieces = await door.sql<{ text: string }>(
      'select text from export_piece where export_id = $1 order by place',
      [id],
    )
    await record(door, viewer, {
      act: 'downloaded',
      subjectKind: 'export',
      subjectId: id,
      details: { kind: file.kind, rows: file.rows_done },
    })
    const body = pieces.map(({ text }) => text).join('')
    return {
      to: paths.exports(locale),
      file: { name: `quinze-${file.kind}.csv`, type: 'text/csv; charset=utf-8', body },
    }
  })
}
