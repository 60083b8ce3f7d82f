import { changeTopics } from '@/domain/statement/answers'
import { formatMoney, formatMonth, formatOfMonth } from '@/i18n/format'
import type { Locale } from '@/i18n/locale'
import { Button, ButtonGroup } from '@/ui/Button'
import { Checkbox, Checkboxes, Radios } from '@/ui/Choices'
import { MoneyField } from '@/ui/MoneyField'
import { TextArea } from '@/ui/TextArea'
import { formAddress } from './place'
import { tickedIn, valueOf } from './draft'
import { errorOf, PageForm } from './PageForm'
import { PreviewView } from './PreviewView'
import type { StatementPage } from './queries'
import { ReadBack } from './ReadBack'
import { estimateMark } from './schema'
import { estimateName, type Words, wordsOf } from './words'

/**
 * Page 1: confirm what was estimated, then either send as it is, with its effect in sight, or tick what changed.
 * A correction and a change report have no short way: they are checked before they are sent.
 */
export function StartForm(props: {
  readonly locale: Locale
  readonly page: StatementPage
  readonly formKey: string
}) {
  const { locale, page, formKey } = props
  const { desk } = page
  const say = wordsOf(locale, 'statement')
  const isStatement = desk.kind === 'statement'
  const short = isStatement && desk.context.correcting === null
  const problem = (field: string) => errorOf(say, locale, page, 'start', field)
  return (
    <PageForm desk={desk} page="start" locale={locale} formKey={formKey}>
      {desk.state.name === 'late' && isStatement && (
        <TextArea
          name="lateReason"
          label={say('state.late.reasonLabel')}
          hint={say('state.late.reasonHint')}
          optional={say('optional')}
          value={valueOf(desk.fields, 'lateReason')}
          maxLength={1_000}
          rows={3}
          {...problem('lateReason')}
        />
      )}
      {desk.context.estimates.length > 0 && <Estimates say={say} locale={locale} page={page} />}
      {short && (
        <section aria-labelledby="inchange">
          <h2 id="inchange">{say('start.unchangedTitle')}</h2>
          <p>{say('start.unchangedText')}</p>
          <PreviewView
            locale={locale}
            preview={page.unchanged}
            title={
              page.isPast
                ? say('preview.titlePast', { ofMonth: formatOfMonth(desk.state.payment.month, locale) })
                : say('preview.titleUnchanged')
            }
          />
          <Checkbox
            name="attest"
            value="yes"
            label={say('attest.statement')}
            hint={say('attest.hint')}
            checked={valueOf(desk.fields, 'attest') === 'yes'}
            {...problem('attest')}
          />
          <ReadBack locale={locale} page={page} current="start" />
          <ButtonGroup>
            <Button name="intent" value="send" formAction={formAddress(desk, 'submission')}>
              {say('start.unchangedButton')}
            </Button>
          </ButtonGroup>
        </section>
      )}
      <section aria-labelledby="change">
        {isStatement && <h2 id="change">{say('start.changedTitle')}</h2>}
        <Checkboxes
          name="changed"
          label={
            isStatement
              ? say('start.changedLabel', { month: formatMonth(desk.month, locale) })
              : say('start.changeLabel')
          }
          hint={say('start.changedHint')}
          values={tickedIn(desk.fields)}
          choices={changeTopics.map((topic) => ({
            value: topic,
            label: say(`topic.${topic}.label`),
            hint: say(`topic.${topic}.hint`),
          }))}
          {...problem('changed')}
        />
        {!isStatement && desk.household.people.filter(({ role }) => role === 'adult').length > 1 && (
          <>
            <Checkbox
              name="private"
              value="yes"
              label={say('start.privateLabel')}
              hint={say('start.privateHint')}
              checked={valueOf(desk.fields, 'private') === 'yes'}
            />
            <p>{say('start.privateNote')}</p>
          </>
        )}
        <ButtonGroup>
          <Button name="intent" value="continue" kind={short ? 'secondary' : 'primary'}>
            {say('start.changedButton')}
          </Button>
          <Button name="intent" value="save" kind="plain">
            {say('save')}
          </Button>
        </ButtonGroup>
      </section>
    </PageForm>
  )
}

function Estimates(props: { readonly say: Words; readonly locale: Locale; readonly page: StatementPage }) {
  const { say, locale, page } = props
  const { desk } = page
  const adults = desk.household.people.filter(({ role }) => role === 'adult')
  return (
    <section aria-labelledby="estimation">
      <h2 id="estimation">{say('start.estimateTitle')}</h2>
      <p>{say('start.estimateText')}</p>
      {desk.context.estimates.map((estimate, index) => {
        const name = `confirm.${index}`
        const person = adults.find((adult) => adult.id === estimate.adultId)?.givenName
        const values = {
          name: estimateName(say, estimate),
          amount: formatMoney(estimate.estimatedCents, locale),
        }
        return (
          <div key={name}>
            <input type="hidden" name={`${name}.of`} value={estimateMark(estimate)} />
            <Radios
              name={`${name}.same`}
              label={
                adults.length > 1 && person
                  ? say('start.estimateLabelOf', { ...values, person })
                  : say('start.estimateLabel', values)
              }
              value={valueOf(desk.fields, `${name}.same`)}
              choices={[
                { value: 'yes', label: say('start.estimateYes') },
                { value: 'no', label: say('start.estimateNo') },
              ]}
              {...errorOf(say, locale, page, 'start', `${name}.same`)}
            />
            <MoneyField
              name={`${name}.final`}
              label={say('start.estimateFinal')}
              hint={say('start.estimateFinalHint')}
              value={valueOf(desk.fields, `${name}.final`)}
              locale={locale}
              {...errorOf(say, locale, page, 'start', `${name}.final`)}
            />
          </div>
        )
      })}
    </section>
  )
}
