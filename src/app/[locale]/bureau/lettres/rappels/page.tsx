import type { Metadata } from 'next'
import { listReminderLetters } from '@/features/letters/reminder-queries'
import { ReminderLettersView } from '@/features/letters/ReminderLettersView'
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

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: textsOf(asLocale((await params).locale), 'letters')('reminders.title') }
}

export default async function Page({ params, searchParams }: Props) {
  const locale = asLocale((await params).locale)
  const note = (await searchParams)['note']
  const viewer = await requireStaff(locale, 'letters:print')
  const page = await openPage(locale, 'reminder letters', () => listReminderLetters(viewer))
  return (
    <OfficePage locale={locale} at={paths.officeReminderLetters} viewer={viewer}>
      <ReminderLettersView
        locale={locale}
        page={page}
        note={typeof note === 'string' ? note : undefined}
        formKey={formKeyOf(viewer)}
      />
    </OfficePage>
  )
}
