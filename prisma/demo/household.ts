import type { Constraint, FileProgramme } from '../../src/domain/benefit/situation'
import type {
  Assets,
  HealthChange,
  Move,
  OtherIncomeKind,
  PersonChange,
} from '../../src/domain/statement/answers'
import type { StudiesChange } from '../../src/domain/statement/answers'
import type { Files } from '../../src/domain/statement/policy'
import type { MandateRight } from '../../src/server/permissions'
import type { MandateKind } from '../../src/server/viewer'

/** A text in both languages. */
export type Both = { readonly fr: string; readonly en: string }

/**
 * A household of the demo as it is written down, one entry each. Times are months ago (`ago: 3`, `from: 9`), so that
 * the history always ends today; 0 is the current month, of which only the first nine days are past. Amounts are in
 * dollars. Everybody is made up: the family name says so.
 */
export type DemoHousehold = {
  readonly fileNumber: string
  /** The code of its office. */
  readonly office: string
  /** On assistance since that many months. Its history here goes back twelve months at most. */
  readonly since: number
  readonly programme?: FileProgramme
  readonly livesWithParents?: boolean
  readonly spouseOfStudent?: boolean
  readonly subsidisedDwelling?: boolean
  readonly fluctuatingIncome?: boolean
  /** What is withheld each month for a debt. */
  readonly recovery?: number
  /** What became of its situation on the way. */
  readonly then?: readonly DemoTurn[]
  readonly adults: readonly DemoAdult[]
  readonly children?: readonly DemoChild[]
  readonly address: {
    readonly street: string
    readonly unit?: string
    readonly city: string
    readonly postalCode: string
    readonly protected?: boolean
  }
  /** What came in and what happened: all the rest of the history follows from it. */
  readonly life?: readonly Course[]
  /** The statement of this month: already sent, or still to send (when there is a duty). */
  readonly now?: 'sent' | 'toSend'
  /** The day of the month they file, when it matters. */
  readonly day?: number
  /** The months not filed. */
  readonly missing?: readonly number[]
  /** The statements that came after their limit: the day of the same month, or of the next when `next`. */
  readonly late?: readonly { readonly ago: number; readonly day: number; readonly reason: string }[]
  /** A first version forgot a topic; a second one, a few days later, says it. */
  readonly corrections?: readonly {
    readonly ago: number
    readonly forgot: IncomeTopicName
    readonly reason: string
  }[]
  readonly extensions?: readonly {
    readonly ago: number
    readonly day: number
    readonly scope: 'household' | 'office'
    readonly reason: Both
  }[]
  /** What an agent decided for some months, against the policy. */
  readonly decisions?: readonly {
    readonly from: number
    readonly to: number
    readonly files: Files
    readonly reason: string
  }[]
  /** Of a couple: who files. The other confirms a few days later, unless said otherwise. */
  readonly filer?: 'first' | 'second' | 'inTurn'
  readonly unconfirmed?: readonly number[]
  readonly disagrees?: { readonly ago: number; readonly note: string }
  /** This adult has begun the statement of this month, and not sent it. */
  readonly begun?: string
  /** Someone acts for the first adult. */
  readonly mandates?: readonly DemoMandate[]
}

export type IncomeTopicName = 'work' | 'selfEmployment' | 'otherIncome'

export type DemoTurn = {
  readonly ago: number
  readonly programme?: FileProgramme
  readonly livesWithParents?: boolean
  readonly subsidisedDwelling?: boolean
  readonly fluctuatingIncome?: boolean
  readonly recovery?: number
}

export type DemoPerson = {
  /** Who it is for the demo's identity provider. */
  readonly id: string
  readonly givenName: string
  readonly familyName: string
  readonly birthDate: string
  readonly language?: 'fr' | 'en'
  readonly story: Both
  readonly contact?: DemoContact
}

/** Someone who works for the agency. */
export type DemoStaff = {
  readonly id: string
  readonly name: string
  readonly role: 'agent' | 'contact' | 'supervisor' | 'auditor'
  /** The code of their office; null for those who have none. */
  readonly office: string | null
  readonly story: Both
}

export type DemoAdult = DemoPerson & {
  readonly constraint?: Exclude<Constraint, 'none'>
  /** Months ago the constraint was recognised and ended; from the start and still there when left out. */
  readonly constraintFrom?: number
  readonly constraintTo?: number
  /** Left the household, or came to it, on this day. */
  readonly left?: { readonly ago: number; readonly day: number }
  readonly came?: { readonly ago: number; readonly day: number }
}

/** E-mail and telephone are drawn from the name; what is said here is how it is safe to reach the person. */
export type DemoContact = {
  readonly notifyBy: 'email' | 'text' | 'none'
  readonly safeNote?: string
}

export type DemoChild = {
  readonly givenName: string
  readonly left?: { readonly ago: number; readonly day: number }
  readonly came?: { readonly ago: number; readonly day: number }
} & (
  | { readonly born: { readonly ago: number; readonly day: number } }
  /** The birthday of this age falls or fell in the current year. */
  | { readonly age: number; readonly birthday: string }
)

export type DemoMandate = {
  /** The representative's id. */
  readonly by: string
  readonly kind: MandateKind
  readonly rights: readonly MandateRight[]
  readonly from: number
  readonly revoked?: { readonly ago: number; readonly day: number }
  readonly organisation?: string
  /** The representative files, from that month on. */
  readonly files?: boolean
}

/**
 * One course of a life. Amounts given as a list are taken in turn, month after month. `who` is the adult, the first
 * when left out. `told: 'change'` means that it was told by a change report, not by the month's statement.
 */
export type Course = { readonly told?: 'change' | 'privateChange' } & (
  | {
      readonly what: 'job'
      readonly who?: number
      readonly employer: string
      readonly from: number
      /** The month it ended, on the 18th. */
      readonly to?: number
      readonly net: readonly number[]
      /** The pay of the month is a guess, made final the month after. */
      readonly estimated?: boolean
    }
  | {
      readonly what: 'ownActivity'
      readonly who?: number
      readonly activity: string
      readonly from: number
      readonly to?: number
      readonly net: readonly number[]
      readonly estimated?: boolean
    }
  | {
      readonly what: 'income'
      readonly who?: number
      readonly kind: OtherIncomeKind
      readonly from: number
      readonly to?: number
      readonly monthly: readonly number[]
      readonly estimated?: boolean
    }
  | {
      readonly what: 'savings'
      readonly ago: number
      readonly held: number
      readonly details: Assets['details']
    }
  /** To the address of the household. */
  | {
      readonly what: 'move'
      readonly ago: number
      readonly day: number
      readonly tenure: Move['tenure']
      readonly rent: number | null
    }
  | {
      readonly what: 'people'
      readonly ago: number
      readonly day: number
      readonly change: PersonChange['what']
      readonly name: string
    }
  | {
      readonly what: 'studies'
      readonly who?: number
      readonly ago: number
      readonly day: number
      readonly change: StudiesChange['what']
      readonly level: StudiesChange['level']
      readonly fullTime: boolean
    }
  | {
      readonly what: 'absence'
      readonly who?: number
      readonly ago: number
      readonly leftDay: number
      readonly backDay: number
      readonly place: string
      readonly reason: string
    }
  | {
      readonly what: 'health'
      readonly who?: number
      readonly ago: number
      readonly day: number
      readonly change: HealthChange['what']
    }
  | { readonly what: 'words'; readonly ago: number; readonly text: string }
)
