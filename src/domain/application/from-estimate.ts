import { chosenIn, type Draft, tickedIn, valueOf } from '../draft'
import { readMoney } from '../typed'
import type { BenefitName } from './benefits'
import { livesWithChoices } from './facts'
import { most } from './question'

/*
 * What was told to the estimator is not told again. An answer is carried over only where both questions mean the same:
 * a status that names the country of birth, an illness, a list of what one owns are asked, because the estimator asks
 * less. Nothing is said for the spouse: their part is theirs to write.
 */

/** The incomes both name alike. */
const incomes: Readonly<Record<string, BenefitName>> = {
  employmentInsurance: 'employmentInsurance',
  parentalInsurance: 'parentalInsurance',
  workAccident: 'workAccident',
  roadAccident: 'roadAccident',
  childSupport: 'childSupport',
  spousalSupport: 'spousalSupport',
  rent: 'rentReceived',
  investment: 'investmentIncome',
  trainingAllowance: 'trainingAllowance',
  gift: 'gift',
}
const aid = { never: 'never', before: 'before', short: 'before', long: 'before' } as const

/**
 * The answers of an application that the answers of the estimator give.
 * @param estimate the draft of the estimator, as it keeps it
 * @param children how many children it read from the ages typed
 */
export function fromEstimate(estimate: Draft, children: number): Draft {
  const lives = tickedIn(estimate, 'home', livesWithChoices)
  const isTwo = lives.includes('partner')
  const draft: Record<string, string> = {}
  if (lives.length > 0 && !(lives.length > 1 && lives.includes('nobody')))
    draft['livesWith'] = lives.join(' ')
  const keep = (name: string, value: string | null | undefined) => {
    if (value) draft[name] = value
  }
  if (isTwo) keep('couple', chosenIn(estimate, 'couple', ['married', 'childTogether', 'aYear']))
  for (let index = 0; index < Math.min(children, most.children); index += 1) {
    draft[`children.${index}.another`] = index < children - 1 && index < most.children - 1 ? 'yes' : 'no'
  }
  keep(
    'status',
    chosenIn(estimate, 'status', ['permanentResident', 'protectedPerson', 'refugeeClaimant', 'other']),
  )
  if (draft['status'] === 'other') keep('otherStatus', otherStatusIn(estimate))
  keep('assistanceBefore', aid[valueOf(estimate, 'aid') as keyof typeof aid])
  keep('dwelling', dwellingIn(estimate))
  if (draft['dwelling'] === 'ownHome') keep('homeValue', amount(estimate, 'homeValue'))
  keep('postalCode', valueOf(estimate, 'postalCode'))
  // Of two, the estimator does not say whose an income or the money is.
  if (!isTwo) Object.assign(draft, moneyIn(estimate))
  return draft
}

const otherStatusIn = (estimate: Draft) =>
  chosenIn(estimate, 'otherStatus', [
    'temporaryResident',
    'refusedClaimantAllowedToStay',
    'humanitarianWithQuebecCertificate',
    'claimNotHeard',
    'none',
    'unknown',
  ])

function dwellingIn(estimate: Draft): string | null {
  if (tickedIn(estimate, 'property', ['home']).length > 0) return 'ownHome'
  return valueOf(estimate, 'housing') === 'yes' ? 'subsidised' : null
}

/** The amounts of a month, for when their income is ticked; and no money at all, which is none anywhere. */
function moneyIn(estimate: Draft): Draft {
  const draft: Record<string, string> = {}
  const ticked = valueOf(estimate, 'income').split(' ')
  for (const [kind, name] of Object.entries(incomes)) {
    const typed = ticked.includes(kind) ? amount(estimate, kind) : null
    if (typed)
      Object.assign(draft, { [`incomes.${name}.amount`]: typed, [`incomes.${name}.frequency`]: 'monthly' })
  }
  if (readMoney(valueOf(estimate, 'liquid')).value === 0) Object.assign(draft, { accounts: '0', cash: '0' })
  return draft
}

/** An amount as typed, when it can be read. */
function amount(estimate: Draft, name: string): string | null {
  const typed = valueOf(estimate, name)
  return readMoney(typed).value === undefined ? null : typed
}
