import type { Metadata } from 'next'
import { listNoticesToPrint } from '@/features/decisions/office-queries'
import { NoticeLettersView } from '@/features/decisions/NoticeLettersView'
import { LettersView } from '@/features/letters/LettersView'
import { listLetters } from '@/features/letters/queries'
import { ReminderLettersLink } from '@/features/letters/ReminderLettersView'
import { OfficePage } from '@/features/shell/OfficePage'
import { openPage } from '@/features/shell/open-page'
import { asLocale } from '@/i18n/locale'
import { paths } from '@/i18n/paths'
import { textsOf } from '@/i18n/texts'
import { formKeyOf, requireStaff } from '@/server/viewer'

type Props = {
  readonly params: Promise<{ locale: string }>
  readonly searchParams: Promise<Record<string, string | string[] | undefined>>
}

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const locale = asLocale((await params).locale)
  const t = textsOf(locale, 'letters')
  const commonWords = textsOf(locale, 'common')
  const wrong = (await searchParams)['note'] === 'no-file'
  return { title: wrong ? commonWords('titleWithErrors', { page: t('title') }) : t('title') }
}

export default async function Page({ params, searchParams }: Props) {
  const locale = asLocale((await params).locale)
  const note = (await searchParams)['note']
  const viewer = await requireStaff(locale, 'letters:print')
  const { letters, more, reminders } = await openPage(locale, 'office letters', () => listLetters(viewer))
  const toPrint = await openPage(locale, 'notices to print', () => listNoticesToPrint(viewer))
  const told = typeof note === 'string' ? note : undefined
  return (
    <OfficePage locale={locale} at={paths.officeLetters} viewer={viewer}>
      <LettersView locale={locale} letters={letters} more={more} note={told} formKey={formKeyOf(viewer)}>
        <NoticeLettersView locale={locale} notices={toPrint.notices} more={toPrint.more} note={told} />
        <ReminderLettersLink locale={locale} count={reminders} />
      </LettersView>
    </OfficePage>
  )
}
