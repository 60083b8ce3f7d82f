import 'server-only'
import type { Cents } from '@/domain/money'
import { withAmount } from '@/domain/benefit/set-amount'
import { waitsForSecond } from '@/domain/decision/taking'
import type { Refusal, Verb } from '@/domain/decision/transitions'
import { readMoney } from '@/domain/typed'
import { formatMoney, formatMonth } from '@/i18n/format'
import type { Locale } from '@/i18n/locale'
import { textsOf } from '@/i18n/texts'
import type { Answer, Call } from '@/server/endpoint'
import type { FoundTask } from '@/server/tasks'
import type { Staff } from '@/server/viewer'
import type { Around } from './around'
import { formOf } from './places'
import type { MoveForm } from './schema'
import type { TypedFields } from './typed'

/*
 * What a form would do, said while it is filled: nothing is written. It is computed here, by the rules that decide, so
 * that no rule travels to the browser.
 */

/** What the form says as it stands: the payments it would give, and whether a second person must agree. */
export function tried(
  call: Call<Staff, MoveForm>,
  task: FoundTask,
  verb: Verb,
  fields: TypedFields,
  around: Around,
): Answer {
  const t = textsOf(call.locale, 'deciding')
  const typed = (fields['amount'] ?? '').trim()
  const isSet = around.calculated && typed !== ''
  const read = isSet ? readMoney(typed) : null
  const [outcome] = around.outcomes
  const told = [
    ...(around.calculated
      ? read === null
        ? [t('form.live.kept')]
        : read.value == null
          ? [t('form.live.unread')]
          : amountsSaid(call.locale, around, read.value)
      : []),
    ...(outcome
      ? [
          waitsForSecond(task.id, outcome, { ...around, replacesAmount: isSet })
            ? t('form.live.second')
            : t('form.live.alone'),
        ]
      : []),
  ]
  return { to: formOf(call.locale, task, verb), data: { code: 'tried', told } }
}

function amountsSaid(locale: Locale, { calculation }: Around, set: Cents): string[] {
  const t = textsOf(locale, 'deciding')
  return [calculation.benefit, calculation.next].flatMap((one) =>
    one?.computed
      ? [
          t('form.live.changed', {
            month: formatMonth(one.month, locale),
            from: formatMoney(one.totalCents, locale),
            to: formatMoney(withAmount(one, set).totalCents, locale),
          }),
        ]
      : [],
  )
}

/** Someone moved it meanwhile, or it cannot be moved any more: said before the form is sent for nothing. */
export function triedInVain(
  call: Call<Staff, MoveForm>,
  task: FoundTask,
  verb: Verb,
  refusal: Refusal,
): Answer {
  const title = textsOf(call.locale, 'deciding')(`refusal.${refusal as 'notYours'}.title`)
  return { to: formOf(call.locale, task, verb), status: 409, data: { code: refusal, told: [title] } }
}
