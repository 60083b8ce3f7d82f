import { randomUUID } from 'node:crypto'
import type { Metadata } from 'next'
import { FileView } from '@/features/file/FileView'
import { NoteErrors, titleAfterNote } from '@/features/file/NoteErrors'
import { findFile } from '@/features/file/queries'
import { noteToldIn } from '@/features/file/schema'
import { OfficeMessagesView } from '@/features/messages/OfficeMessagesView'
import { toldIn } from '@/features/messages/schema'
import { OfficePage } from '@/features/shell/OfficePage'
import { openPage } from '@/features/shell/open-page'
import { DifferencesView } from '@/features/statement/DifferencesView'
import { BenefitLines } from '@/features/statement/PreviewView'
import { asLocale } from '@/i18n/locale'
import { askedIn, paths } from '@/i18n/paths'
import { textsOf } from '@/i18n/texts'
import { formKeyOf, may, requireStaff } from '@/server/viewer'

type Props = {
  readonly params: Promise<{ locale: string; id: string }>
  readonly searchParams: Promise<Record<string, string | string[] | undefined>>
}

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const locale = asLocale((await params).locale)
  const page = textsOf(locale, 'casefile')('title')
  return { title: titleAfterNote(locale, page, askedIn(await searchParams, 'note')) }
}

export default async function Page({ params, searchParams }: Props) {
  const { locale: language, id } = await params
  const locale = asLocale(language)
  const asked = await searchParams
  const viewer = await requireStaff(locale, 'file:read')
  const file = await openPage(locale, 'office file', () => findFile(viewer, id))
  return (
    <OfficePage locale={locale} at={(other) => paths.officeFile(other, id)} viewer={viewer}>
      <NoteErrors locale={locale} told={askedIn(asked, 'note')} />
      <FileView
        locale={locale}
        file={file}
        open={askedIn(asked, 'document')}
        told={noteToldIn(askedIn(asked, 'note'))}
        formKey={formKeyOf(viewer)}
        noteKey={randomUUID()}
        actions={
          <>
            {may(viewer, 'statement:extend') && (
              <p>
                <a href={paths.officeExtension(locale, id)}>{textsOf(locale, 'extending')('link')}</a>
              </p>
            )}
            {may(viewer, 'file:close') && !file.household.closing && (
              <p>
                <a href={paths.officeClosing(locale, id)}>{textsOf(locale, 'closing')('office.link')}</a>
              </p>
            )}
          </>
        }
        drawDifferences={(differences, adults) => (
          <DifferencesView locale={locale} differences={differences} adults={adults} />
        )}
        messages={
          may(viewer, 'message:answer') && (
            <OfficeMessagesView
              untitled
              locale={locale}
              mailboxes={file.mailboxes}
              here={paths.officeFile(locale, id)}
              formKey={formKeyOf(viewer)}
              told={toldIn((name) => askedIn(asked, name))}
              asked={{ to: askedIn(asked, 'to'), answer: askedIn(asked, 'answer') }}
            />
          )
        }
        drawBenefit={(benefit) => <BenefitLines locale={locale} benefit={benefit} />}
      />
    </OfficePage>
  )
}
