import type { FileProgramme } from '../benefit/situation'
import type { Month } from '../calendar'
import { obligationFor, type FilingSituation } from './obligation'
import type { FilingPolicy, FilingRule } from './policy'

/** Whom another rule may ask a statement of each month. `fluctuatingIncome` is anyone whose work income varies. */
export const filerGroups = [
  'socialAssistance',
  'socialSolidarity',
  'basicIncome',
  'fluctuatingIncome',
] as const
export type FilerGroup = (typeof filerGroups)[number]

const programmes = ['socialAssistance', 'socialSolidarity', 'basicIncome'] as const satisfies FileProgramme[]

/** What another rule of who files would change in a month. What an agent decided for one household is left out. */
export type FilersPreview = {
  readonly month: Month
  readonly households: number
  readonly before: number
  readonly after: number
  /** Those who would file and do not, and those who file and would not. */
  readonly asked: number
  readonly spared: number
  readonly programmes: readonly {
    readonly programme: FileProgramme
    readonly households: number
    readonly before: number
    readonly after: number
  }[]
}

/** The rule by which these groups file each month, and everyone else when something changes. */
export function ruleOf(groups: readonly FilerGroup[]): readonly FilingRule[] {
  return [
    ...(groups.includes('fluctuatingIncome') ? [{ fluctuatingIncome: true, files: 'always' } as const] : []),
    ...programmes.map((programme) => ({
      programme,
      files: groups.includes(programme) ? ('always' as const) : ('whenChanged' as const),
    })),
  ]
}

/** Asks the same households by two policies whether they file each month: counted, and nobody is in it. */
export function previewFilers(
  month: Month,
  situations: readonly FilingSituation[],
  before: FilingPolicy,
  after: FilingPolicy,
): FilersPreview {
  const duties = situations.map((situation) => ({
    programme: situation.programme,
    before: obligationFor(situation, before, null).files === 'always',
    after: obligationFor(situation, after, null).files === 'always',
  }))
  const count = (of: typeof duties) => ({
    households: of.length,
    before: of.filter((duty) => duty.before).length,
    after: of.filter((duty) => duty.after).length,
  })
  return {
    month,
    ...count(duties),
    asked: duties.filter((duty) => duty.after && !duty.before).length,
    spared: duties.filter((duty) => duty.before && !duty.after).length,
    programmes: programmes.map((programme) => ({
      programme,
      ...count(duties.filter((duty) => duty.programme === programme)),
    })),
  }
}
