import { applicationItems } from '@/domain/decision/items'
import type { Locale } from '@/i18n/locale'
import { textsOf } from '@/i18n/texts'
import type { FileDesk } from '@/server/file-desk'
import { LooksPanel } from './LooksPanel'
import { NotesPanel } from './NotesPanel'
import { noteToldIn, verifyToldIn } from './schema'
import { Sections } from './Sections'
import { TimelinePanel } from './TimelinePanel'
import { timelineOf } from './timeline'
import { VerificationPanel } from './VerificationPanel'

/** What stands beside an application: what was verified of it, the notes, what the office did, who looked. */
export function ApplicationDesk(props: {
  readonly locale: Locale
  readonly application: {
    readonly id: string
    /** The papers it was asked, and those that were given or answered. */
    readonly asked: readonly string[]
    readonly files: readonly { readonly requirement: string }[]
    readonly answered: readonly { readonly requirement: string }[]
    readonly desk: FileDesk
  }
  readonly told: string
  readonly formKey: string
  readonly noteKey: string
}) {
  const { locale, application, told, formKey } = props
  const { desk, asked, files, answered } = application
  const t = textsOf(locale, 'casefile')
  const task = desk.tasks.find(({ kind }) => kind === 'application')
  const requirements = [...asked, ...[...files, ...answered].map(({ requirement }) => requirement)]
  return (
    <Sections
      label={t('jump')}
      sections={[
        ...(task
          ? [
              {
                id: 'verification',
                title: t('section.verification'),
                body: (
                  <VerificationPanel
                    locale={locale}
                    task={task}
                    items={applicationItems(requirements)}
                    answers={null}
                    formKey={formKey}
                    told={verifyToldIn(told)}
                  />
                ),
              },
            ]
          : []),
        {
          id: 'notes',
          title: t('section.notes'),
          body: (
            <NotesPanel
              locale={locale}
              action={`/api/applications/${application.id}/notes`}
              notes={desk.notes}
              formKey={formKey}
              noteKey={props.noteKey}
              told={noteToldIn(told)}
            />
          ),
        },
        {
          id: 'work',
          title: t('section.work'),
          body: <TimelinePanel locale={locale} entries={timelineOf(locale, { desk })} />,
        },
        { id: 'looks', title: t('section.looks'), body: <LooksPanel locale={locale} looks={desk.looks} /> },
      ]}
    />
  )
}
