import type { ReactNode } from 'react'
import { decidedItems, type DecidedOutcome } from '@/domain/decision/items'
import { minutesBeforeLeaving } from '@/domain/decision/leaving'
import { daysFor } from '@/domain/decision/move-form'
import { waitsForSecond } from '@/domain/decision/taking'
import { transitionOf, type Verb } from '@/domain/decision/transitions'
import { formatDay } from '@/i18n/format'
import type { Locale } from '@/i18n/locale'
import { textsOf } from '@/i18n/texts'
import { BackLink } from '@/ui/BackLink'
import { Button, ButtonGroup } from '@/ui/Button'
import { Radios } from '@/ui/Choices'
import { DateField } from '@/ui/DateField'
import { ErrorSummary } from '@/ui/ErrorSummary'
import { Form } from '@/ui/Form'
import { PageTitle } from '@/ui/PageTitle'
import { Select } from '@/ui/Select'
import { TextArea } from '@/ui/TextArea'
import { CalculationField } from './CalculationField'
import type { FieldInError } from './errors'
import { LiveMove } from './LiveMove'
import type { MovePage } from './queries'
import { ReasonsField } from './ReasonsField'
import { captionOf, titleOf } from './TaskView'
import type { TypedFields } from './typed'
import { say } from './words'

type Props = {
  readonly locale: Locale
  readonly page: MovePage
  readonly errors: readonly FieldInError[]
  /** The page of the task. */
  readonly back: string
  /** The lines of the calculation, drawn. */
  readonly lines: ReactNode
  readonly formKey: string
}

const formId = 'move'
const toColleagues: readonly Verb[] = ['sendBack', 'reopen']
const withoutLead: readonly Verb[] = [
  'receive',
  'claim',
  'release',
  'resume',
  'second',
  'undo',
  'withdraw',
  'close',
]

/** The form of one move: what must come with it, and what may. Whole without script. */
export function MoveFormView(props: Props) {
  const { locale, page, errors, formKey } = props
  const { task, verb, around } = page
  const t = textsOf(locale, 'deciding')
  const [outcome] = around.outcomes
  const action = `/api/tasks/${task.id}/moves`
  const lead = withoutLead.includes(verb) ? 'other' : (verb as 'accept')
  return (
    <>
      {errors.length > 0 && (
        <ErrorSummary title={textsOf(locale, 'common')('errorSummary')} errors={[...errors]} />
      )}
      <BackLink href={props.back}>{t('form.back')}</BackLink>
      <PageTitle caption={[titleOf(locale, task), captionOf(locale, task)].filter(Boolean).join(' · ')}>
        {t(`verb.${verb}`)}
      </PageTitle>
      <p>{t(`form.lead.${lead}`)}</p>
      {outcome && <p>{t('form.undoable', { minutes: minutesBeforeLeaving })}</p>}
      {outcome && waitsForSecond(task.id, outcome, { ...around, replacesAmount: false }) && (
        <p>{t('form.needsSecond')}</p>
      )}
      <Form
        id={formId}
        action={action}
        hidden={{ language: locale, formKey, verb, version: String(task.version), key: task.key }}
        label={t(`verb.${verb}`)}
      >
        <Fields {...props} />
        {outcome && (
          <LiveMove
            form={formId}
            action={action}
            texts={{
              title: t('form.live.title'),
              sending: t('form.live.sending'),
              failed: t('form.live.failed'),
            }}
          />
        )}
        <ButtonGroup>
          <Button>{t(`verb.${verb}`)}</Button>
        </ButtonGroup>
      </Form>
    </>
  )
}

function Fields(props: Props) {
  const { locale, page, errors } = props
  const { task, verb, around } = page
  const t = textsOf(locale, 'deciding')
  const typed: TypedFields = page.typed ?? {}
  const needs = transitionOf(task.kind, task.state, verb)?.needs ?? []
  const errorOf = (field: string) => {
    const found = errors.find((one) => one.field === field)
    return found ? { error: found.text } : {}
  }
  const isDecision = around.outcomes.length > 0
  const among = toColleagues.includes(verb) ? 'colleague' : 'person'
  const wordsShown = isDecision || needs.includes('words') || verb === 'requestDocument'
  return (
    <>
      {needs.includes('assignee') && (
        <Select
          name="assignee"
          label={t('form.assignee')}
          empty={t('form.choose')}
          value={typed['assignee'] ?? ''}
          choices={around.names
            .filter(({ id }) => around.colleagues.includes(id))
            .map(({ id, name }) => ({ value: id, label: name }))}
          {...errorOf('assignee')}
        />
      )}
      {needs.includes('document') && <DocumentField {...props} typed={typed} {...errorOf('document')} />}
      {around.addressees.length > 1 && needs.includes('until') && (
        <Radios
          name="whose"
          label={t('form.whose')}
          value={typed['whose'] ?? ''}
          choices={around.addressees.map(({ id, name }) => ({
            value: id,
            label: name ?? t(`form.adult.${id as 'applicant'}`),
          }))}
          {...errorOf('whose')}
        />
      )}
      {around.calculated ||
      (isDecision && task.kind === 'application' && verb !== 'refuse' && verb !== 'hold') ? (
        <CalculationField
          locale={locale}
          calculation={around.calculation}
          lines={props.lines}
          typed={typed['amount'] ?? ''}
          error={errorOf('amount').error}
        />
      ) : null}
      {isDecision && <ItemsSaid {...props} />}
      {isDecision && <ReasonsField locale={locale} around={around} typed={typed} errors={errors} />}
      {wordsShown && (
        <TextArea
          name="words"
          label={t(`form.words.${among}`)}
          hint={t(`form.wordsHint.${among}`)}
          value={typed['words'] ?? ''}
          {...(needs.includes('words') ? {} : { optional: t('form.optional') })}
          {...errorOf('words')}
        />
      )}
      <UntilField {...props} typed={typed} {...errorOf('until')} />
      {among === 'person' && verb !== 'assign' && (
        <TextArea
          name="note"
          label={t('form.note')}
          hint={t('form.noteHint')}
          value={typed['note'] ?? ''}
          rows={2}
          optional={t('form.optional')}
          {...errorOf('note')}
        />
      )}
    </>
  )
}

type FieldOf = Props & { readonly typed: TypedFields; readonly error?: string }

function DocumentField({ locale, page, typed, error }: FieldOf) {
  const t = textsOf(locale, 'deciding')
  const papers = say(locale, 'documents')
  const choices = page.around.documents.map((kind) => ({ value: kind, label: papers(`kind.${kind}`) }))
  return (
    <Select
      name="document"
      label={t('form.document')}
      empty={t('form.choose')}
      value={typed['document'] ?? ''}
      choices={choices.sort((one, other) => one.label.localeCompare(other.label, locale))}
      {...(error ? { error } : {})}
    />
  )
}

function UntilField({ locale, page, typed, error }: FieldOf) {
  const { verb, around } = page
  const days = daysFor(verb, around.now)
  if (!days) return null
  const t = textsOf(locale, 'deciding')
  const common = textsOf(locale, 'common')
  const [year, month, day] = days.usual.split('-') as [string, string, string]
  const which = verb === 'hold' ? 'hold' : 'wait'
  const earliest = formatDay(days.earliest, locale)
  return (
    <DateField
      name="until"
      label={t(`form.until.${which}`)}
      hint={t(`form.untilHint.${which}`, { earliest, latest: formatDay(days.latest, locale) })}
      partLabels={{ day: common('day'), month: common('month'), year: common('year') }}
      value={{
        day: typed['until.day'] ?? day,
        month: typed['until.month'] ?? month,
        year: typed['until.year'] ?? year,
      }}
      {...(error ? { error } : {})}
    />
  )
}

/** What the decision will say of the items that were ticked on the file. */
function ItemsSaid({ locale, page }: Props) {
  const { outcomes, verified } = page.around
  const items = decidedItems(outcomes[0]!, verified)
  if (items.length === 0) return null
  const count = (outcome: DecidedOutcome) => items.filter((one) => one.outcome === outcome).length
  const counts = { accepted: count('accepted'), refused: count('refused'), waiting: count('waiting') }
  return <p>{textsOf(locale, 'deciding')('form.items', counts)}</p>
}
