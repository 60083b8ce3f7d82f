import 'server-only'
import { readNotice } from '@/domain/notices/notice'
import { paths } from '@/i18n/paths'
import { storable } from '@/server/account-forms'
import { record } from '@/server/audit'
import { withViewer } from '@/server/db'
import type { Answer, Call } from '@/server/endpoint'
import { isId } from '@/server/ids'
import { askAnew } from '@/server/public-state'
import type { Staff } from '@/server/viewer'
import { keptFields, typedNotice, type NoticeFields } from './fields'
import type { DraftForm, Publication } from './schema'

/** Keeps a notice as it is typed: its page then shows what to put right, or what everyone would read. */
export async function keepDraft({ viewer, input, locale }: Call<Staff, DraftForm>): Promise<Answer> {
  const to = paths.officeNotices(locale)
  const { intent, ...typed } = input
  return withViewer(viewer, async ({ sql, now }) => {
    if (intent === 'discard') {
      await sql('delete from service_notice_draft where staff_id = $1', [viewer.staffId])
      return { to, data: { code: 'discarded' } }
    }
    const fields = keptFields(storable(typed))
    const [draft] = await sql<{ version: string }>(
      `insert into service_notice_draft (staff_id, fields) values ($1, $2)
       on conflict (staff_id) do update set fields = excluded.fields, version = uuidv7(), updated_at = app_now()
       returning version`,
      [viewer.staffId, JSON.stringify(fields)],
    )
    const read = readNotice(typedNotice(fields), now)
    if ('problems' in read) return { to, status: 422, data: { code: 'refused', problems: read.problems } }
    return { to: `${to}#preview`, data: { code: 'ready', version: draft!.version } }
  })
}

/**
 * Publishes the draft as it was seen. One that was published already, or changed since, publishes nothing; neither does
 * one whose end has passed meanwhile: it stays, with what to put right.
 */
export async function publishNotice({ viewer, input, locale }: Call<Staff, Publication>): Promise<Answer> {
  const to = paths.officeNotices(locale)
  return withViewer(viewer, async (door) => {
    // Sent twice at once: the second waits, and finds no draft any more.
    const [draft] = await door.sql<{ fields: Partial<NoticeFields>; version: string }>(
      'select fields, version from service_notice_draft where staff_id = $1 for update',
      [viewer.staffId],
    )
    if (draft?.version !== input.version) {
      return { to: `${to}?note=changed`, status: 409, data: { code: 'changed' } }
    }
    const read = readNotice(typedNotice(keptFields(draft.fields)), door.now)
    if ('problems' in read) return { to, status: 422, data: { code: 'refused', problems: read.problems } }
    const { kind, text, shownFrom, shownUntil } = read.notice
    const [published] = await door.sql<{ id: string }>(
      `insert into service_notice (kind, text_fr, text_en, shown_from, shown_until, decided_by)
       values ($1, $2, $3, $4, $5, $6) returning id`,
      [kind, text.fr, text.en, shownFrom, shownUntil, viewer.staffId],
    )
    await door.sql('delete from service_notice_draft where staff_id = $1', [viewer.staffId])
    const subjectId = published!.id
    await record(door, viewer, { act: 'published', subjectKind: 'notice', subjectId, details: { kind } })
    return { to: `${to}?note=published`, data: { code: 'published', id: subjectId } }
  }).finally(askAnew)
}

/** Takes a notice off every page. It stays in the list, and an outage in the log of the service. */
export async function withdrawNotice({ viewer, params, locale }: Call<Staff, unknown>): Promise<Answer> {
  const to = paths.officeNotices(locale)
  const id = params['id'] ?? ''
  const gone: Answer = { to: `${to}?note=gone`, status: 404, data: { code: 'gone' } }
  if (!isId(id)) return gone
  return withViewer(viewer, async (door) => {
    const [withdrawn] = await door.sql<{ kind: string }>(
      `update service_notice set withdrawn_at = app_now(), withdrawn_by = $2
       where id = $1 and withdrawn_at is null and (shown_until is null or shown_until > app_now()) returning kind`,
      [id, viewer.staffId],
    )
    if (!withdrawn) return gone
    const details = { kind: withdrawn.kind }
    await record(door, viewer, { act: 'withdrawn', subjectKind: 'notice', subjectId: id, details })
    return { to: `${to}?note=withdrawn`, data: { code: 'withdrawn' } }
  }).finally(askAnew)
}
