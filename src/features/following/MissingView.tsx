import type { MissingThing } from '@/domain/application/timeline'
import { formatDay } from '@/i18n/format'
import type { Locale } from '@/i18n/locale'
import { paths } from '@/i18n/paths'
import { textsOf } from '@/i18n/texts'
import { ButtonGroup, ButtonLink } from '@/ui/Button'
import { Details } from '@/ui/Details'
import type { ProgressPage } from './queries'

/** What waits for this adult and until when, with the way to give it. Of the other adult, only how much. */
export function MissingView(props: {
  readonly locale: Locale
  readonly page: ProgressPage
  readonly documentName: (requirement: string) => string
}) {
  const { locale, page, documentName } = props
  const t = textsOf(locale, 'following.missing')
  const { own, ofOther } = page.missing
  const nameOf = ({ kind, subject }: MissingThing) =>
    kind === 'document' ? documentName(subject) : t(kind === 'information' ? 'information' : 'confirmation')
  const wayTo: Record<MissingThing['kind'], string> = {
    document: paths.applicationDocuments(locale),
    information: '#text',
    confirmation: paths.application(locale),
  }
  const isOpen = page.status !== 'decided' && page.status !== 'withdrawn'
  return (
    <section aria-labelledby="missing">
      <h2 id="missing">{t('title')}</h2>
      {own.length === 0 && <p>{page.status === 'draft' ? t('noneDraft') : t('none')}</p>}
      {own.length > 0 && (
        <ul>
          {own.map((thing) => (
            <li key={`${thing.kind} ${thing.subject}`}>
              <a href={wayTo[thing.kind]}>
                {t(thing.past ? 'past' : 'until', {
                  what: nameOf(thing),
                  day: formatDay(thing.until, locale),
                })}
              </a>
            </li>
          ))}
        </ul>
      )}
      {ofOther > 0 && <p>{t('ofOther', { count: ofOther })}</p>}
      {own.some(({ kind }) => kind === 'document') && <p>{t('cannot')}</p>}
      {isOpen && (
        <ButtonGroup>
          <ButtonLink href={paths.applicationDocuments(locale)} kind="secondary">
            {t(own.some(({ kind }) => kind === 'document') ? 'give' : 'add')}
          </ButtonLink>
        </ButtonGroup>
      )}
      {own.length > 0 && (
        <Details summary={t('how')}>
          <p>{t('howText')}</p>
        </Details>
      )}
    </section>
  )
}
