import 'server-only'
import { paths } from '@/i18n/paths'
import { record } from '@/server/audit'
import { withViewer } from '@/server/db'
import type { Answer, Call } from '@/server/endpoint'
import type { Citizen } from '@/server/viewer'
import { LONGEST_LANGUAGE, type ContactForm, type Correspondence } from './account-schema'
import { readContact } from './contact-fields'
import { addressesOf, notify } from './notices'
import { forgetRefused, keepRefused, storable } from '@/server/account-forms'

/**
 * Sets the language of the person's letters and messages, and whether they need an interpreter: what is not said stays as it
 * is. Each adult has their own.
 */
export async function changeLanguage({
  viewer,
  input,
  locale,
}: Call<Citizen, Correspondence>): Promise<Answer> {
  const to = paths.account(locale)
  const { correspondence: language } = input
  const interpreter = input.interpreter?.trim()
  if (language === undefined || (interpreter?.length ?? 0) > LONGEST_LANGUAGE)
    return { to, status: 422, data: { code: 'language-unknown' } }
  return withViewer(viewer, async (door) => {
    const { count } = await door.tx.person.updateMany({
      where: { id: viewer.personId, language: { not: language } },
      data: { language },
    })
    const changed =
      interpreter === undefined
        ? []
        : await door.sql(
            'update person set interpreter = $2 where id = $1 and interpreter is distinct from $2 returning id',
            [viewer.personId, interpreter || null],
          )
    if (count + changed.length > 0) {
      await record(door, viewer, {
        act: 'changed',
        subjectKind: 'person',
        subjectId: viewer.personId,
        details: { what: 'language' },
      })
    }
    return { to, data: { code: 'saved' } }
  })
}

/**
 * Says how it is safe to reach the person. When an address or a number changes, a notice goes to the old and to the
 * new. What is refused is kept as typed.
 */
export async function changeContact({ viewer, input, locale }: Call<Citizen, ContactForm>): Promise<Answer> {
  const to = paths.account(locale)
  const { intent, ...raw } = input
  const typed = storable(raw) as typeof raw
  return withViewer(viewer, async (door) => {
    if (intent === 'discard') {
      await forgetRefused(door, viewer, 'contact')
      return { to, data: { code: 'discarded' } }
    }
    const contact = readContact(typed)
    if ('problems' in contact) {
      await keepRefused(door, viewer, 'contact', typed)
      return { to, status: 422, data: { code: 'refused', problems: contact.problems } }
    }
    const { personId } = viewer
    // Two sendings at once: the second waits, and tells the address the first has just set.
    const [before = null] = await door.sql<{ email: string | null; mobile: string | null }>(
      'select email, mobile from contact where person_id = $1 for update',
      [personId],
    )
    await door.sql(
      `insert into contact (person_id, email, mobile, notify_by, safe_note, reminders)
       values ($1, $2, $3, $4, $5, coalesce($6, true))
       on conflict (person_id) do update set email = excluded.email, mobile = excluded.mobile,
         notify_by = excluded.notify_by, safe_note = excluded.safe_note,
         reminders = coalesce($6, contact.reminders), updated_at = app_now()`,
      [personId, contact.email, contact.mobile, contact.notifyBy, contact.safeNote, contact.reminders],
    )
    const moved = (before?.email ?? null) !== contact.email || (before?.mobile ?? null) !== contact.mobile
    if (moved) await notify(door, viewer, addressesOf(before, contact), { about: 'contact' })
    await forgetRefused(door, viewer, 'contact')
    const details = { what: moved ? 'addresses' : 'wishes' }
    await record(door, viewer, { act: 'changed', subjectKind: 'contact', subjectId: personId, details })
    return { to, data: { code: 'saved' } }
  })
}
