import type { Locale } from '@/i18n/locale'
import { askedIn } from '@/i18n/paths'
import { textsOf } from '@/i18n/texts'
import { ErrorSummary } from '@/ui/ErrorSummary'
import { Notice } from '@/ui/Notice'
import { toldIn, type Told, type ToldIn } from './schema'

type WritingError = 'messageEmpty' | 'messageTooLong' | 'lineBroken'
const errors: readonly (Told | null)[] = [
  'messageEmpty',
  'messageTooLong',
  'lineBroken',
] satisfies WritingError[]
const warnings: readonly Told[] = ['noOffice', 'fileWaiting', 'moreCame', 'restored']

/** Whether what is told is to be put right in the form. */
export const isError = (told: Told | null): told is WritingError => errors.includes(told)

/** What the form that led here came to; and the file that could not go with it. */
export function ToldView(props: {
  readonly locale: Locale
  readonly told: ToldIn
  /** The field of the words, in a page that has several forms. */
  readonly field?: string
}) {
  const { locale, field = 'text' } = props
  const { told, file } = props.told
  const t = textsOf(locale, 'messages')
  if (told === null) return null
  if (isError(told)) {
    return <ErrorSummary title={t('errorTitle')} errors={[{ field, text: t(`told.${told}`) }]} />
  }
  return (
    <>
      <Notice
        kind={warnings.includes(told) ? 'warning' : 'success'}
        title={t(`told.${told}`)}
        asideOfHeadings
      >
        <p>{t(`toldText.${told}`)}</p>
      </Notice>
      {file && (
        <Notice kind="warning" title={t('files.notSent')} asideOfHeadings>
          <p>{fileSentence(locale, file)}</p>
          <p>{t('files.again')}</p>
        </Notice>
      )}
    </>
  )
}

/** Why a file could not go with its message, and what to do. */
function fileSentence(locale: Locale, { problem, number }: NonNullable<ToldIn['file']>): string {
  if (problem === 'too-many') return textsOf(locale, 'messages.files')('tooMany')
  return textsOf(locale, 'documents')(`problem.${problem}`, { file: number })
}

/** The same, from what an address asks; null when it tells of no file. */
export function fileProblemIn(
  locale: Locale,
  query: Readonly<Record<string, string | readonly string[] | undefined>>,
): string | null {
  const { file } = toldIn((name) => askedIn(query, name))
  return file && fileSentence(locale, file)
}
