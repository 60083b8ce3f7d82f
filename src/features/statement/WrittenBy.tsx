import { formatInstant } from '@/i18n/format'
import type { Locale } from '@/i18n/locale'
import { textsOf } from '@/i18n/texts'
import { Button, ButtonGroup } from '@/ui/Button'
import { Form } from '@/ui/Form'
import { Notice } from '@/ui/Notice'
import { AnswersView } from './AnswersView'
import { draftVersion, formAddress } from './place'
import type { StatementPage } from './queries'
import { readDraft } from './schema'

/**
 * Who wrote in this draft last, when it was another hand: the person sees that the staff did, the staff that the person
 * did. And what was typed without having seen it, kept beside, to choose from.
 */
export function WrittenBy(props: {
  readonly locale: Locale
  readonly page: StatementPage
  readonly formKey: string
}) {
  const { locale, page, formKey } = props
  const { desk } = page
  const { draft, assisted } = desk
  if (!draft) return null
  const t = textsOf(locale, 'assisted.draft')
  const isOwn = (draft.writtenBy?.staffId ?? null) === (assisted?.staffId ?? null)
  const instant = formatInstant(draft.updatedAt, locale)
  const name = draft.writtenBy?.name
  const who = isOwn
    ? null
    : assisted
      ? name
        ? t('byColleague', { name, instant })
        : t('byPerson', { instant })
      : t('byStaff', { name: name ?? '', instant })
  const unseen =
    draft.attempted.includes('written-meanwhile') && !desk.conflict ? draft.setAside.at(-1) : null
  if (!unseen) return who === null ? null : <p>{who}</p>
  const adults = desk.household.people.filter(({ role }) => role === 'adult')
  const answersOf = (read: StatementPage['read']) =>
    read.answers ? (
      <AnswersView locale={locale} answers={read.answers} adults={adults} />
    ) : (
      <p>{t('unfinished')}</p>
    )
  return (
    <>
      <Notice kind="warning" title={t('unseenTitle')}>
        {who && <p>{who}</p>}
        <p>{t('unseenText')}</p>
      </Notice>
      <h2>{t('kept')}</h2>
      {answersOf(page.read)}
      <h2>{t('mine')}</h2>
      {answersOf(readDraft(unseen, desk.context))}
      <Form
        action={formAddress(desk, 'draft')}
        hidden={{ language: locale, formKey, draftVersion: draftVersion(desk) }}
      >
        <ButtonGroup>
          <Button name="intent" value="keep-theirs">
            {t('keep')}
          </Button>
          <Button name="intent" value="take-mine" kind="secondary">
            {t('take')}
          </Button>
        </ButtonGroup>
      </Form>
    </>
  )
}
