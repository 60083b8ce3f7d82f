import type { Locale } from '@/i18n/locale'
import { textsOf } from '@/i18n/texts'
import { ErrorSummary } from '@/ui/ErrorSummary'
import { noteToldIn } from './schema'

const words = { 'note-empty': 'empty', 'note-too-long': 'tooLong' } as const

/** What is wrong with the note that was sent, on top of the page; nothing when it is right. */
export function NoteErrors(props: { readonly locale: Locale; readonly told: string }) {
  const { locale } = props
  const told = noteToldIn(props.told)
  if (told === null || told === 'noted') return null
  const text = textsOf(locale, 'casefile.note')(words[told])
  return <ErrorSummary title={textsOf(locale, 'common')('errorSummary')} errors={[{ field: 'note', text }]} />
}

/** The title of a page, which says first that something is wrong. */
export function titleAfterNote(locale: Locale, page: string, told: string): string {
  const note = noteToldIn(told)
  if (note === null || note === 'noted') return page
  return textsOf(locale, 'common')('titleWithErrors', { page })
}
