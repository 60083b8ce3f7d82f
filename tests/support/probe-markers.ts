/*
 * Words, numbers and identifiers that exist once in a world, each with whose it is. What a viewer was answered is
 * searched for them: one that is not theirs is a foreign byte.
 */

/**
 * Everyone who asks. Four of them have no way in: a forged, a closed and two expired sessions. Applicants are at an
 * application without an account: one, their spouse, and who is at another.
 */
export const viewerNames = [
  'anonymous',
  'expired',
  'recipient',
  'spouse',
  'former',
  'formerAlone',
  'other',
  'agent',
  'otherAgent',
  'contact',
  'supervisor',
  'auditor',
  'representative',
  'reader',
  'revoked',
  'worker',
  'signedOut',
  'applicant',
  'applicantSpouse',
  'applicantOther',
  'applicantExpired',
] as const
export type ViewerName = (typeof viewerNames)[number]

/** Whose a marker is, and every viewer who may ever see it (trust.md, "Between people"). */
export const mayEverSee = {
  homeNow: ['recipient', 'spouse', 'representative', 'reader', 'agent', 'supervisor'],
  firstCouple: ['recipient', 'formerAlone', 'representative', 'reader', 'agent', 'supervisor'],
  secondCouple: ['recipient', 'former', 'representative', 'reader', 'agent', 'supervisor'],
  alone: ['recipient', 'representative', 'reader', 'agent', 'supervisor'],
  privateRecipient: ['recipient', 'agent', 'supervisor'],
  privateByRepresentative: ['recipient', 'representative', 'agent', 'supervisor'],
  privateSpouse: ['spouse', 'agent', 'supervisor'],
  privateFormer: ['former', 'agent', 'supervisor'],
  /** How to reach someone, where they are signed in: theirs alone. */
  ownRecipient: ['recipient'],
  ownSpouse: ['spouse'],
  ownFormer: ['former'],
  ownFormerAlone: ['formerAlone'],
  ownOther: ['other'],
  draftRecipient: ['recipient'],
  draftSpouse: ['spouse'],
  draftRepresentative: ['representative'],
  draftFormer: ['former'],
  // The agent helps this person (probe-assisted.ts).
  draftOther: ['other', 'agent'],
  assistedOther: ['agent'],
  personRecipient: [
    'recipient',
    'spouse',
    'former',
    'formerAlone',
    'representative',
    'reader',
    'revoked',
    'agent',
    'supervisor',
  ],
  personSpouse: ['recipient', 'spouse', 'representative', 'reader', 'agent', 'supervisor'],
  personFormer: ['former', 'recipient', 'representative', 'reader', 'agent', 'supervisor', 'otherAgent'],
  personFormerAlone: ['formerAlone', 'recipient', 'representative', 'reader', 'agent', 'supervisor'],
  personRepresentative: ['representative', 'recipient', 'spouse', 'reader', 'agent', 'supervisor'],
  personReader: ['reader', 'recipient'],
  personRevoked: ['revoked', 'recipient'],
  letterRecipient: ['agent', 'supervisor'],
  letterSpouse: ['agent', 'supervisor'],
  letterFormer: ['otherAgent'],
  letterOther: ['agent', 'supervisor'],
  letterFar: ['otherAgent'],
  addressProtected: ['recipient', 'spouse', 'supervisor'],
  addressOther: ['other', 'agent', 'supervisor'],
  otherHome: ['other', 'agent', 'supervisor'],
  privateOther: ['other', 'agent', 'supervisor'],
  formerHome: ['former', 'otherAgent'],
  farHome: ['otherAgent'],
  // Who may ask for a review of a decision, and its reasons: theirs and the office's.
  mayAskHome: ['recipient', 'spouse'],
  mayAskOther: ['other'],
  reviewRecipient: ['recipient', 'agent', 'supervisor'],
  reviewSpouse: ['spouse', 'agent', 'supervisor'],
  // Between one adult and the office.
  mailRecipient: ['recipient', 'agent', 'supervisor'],
  mailSpouse: ['spouse', 'agent', 'supervisor'],
  mailFormer: ['former', 'otherAgent'],
  mailOther: ['other', 'agent', 'supervisor'],
  mailFar: ['otherAgent'],
  // What one adult asks about their own information: theirs, and the supervisors' of their office.
  privacyRecipient: ['recipient', 'supervisor'],
  privacySpouse: ['spouse', 'supervisor'],
  privacyFar: [],
  // Theirs to read again; the office reads them on a page that is not opened here.
  privacyOther: ['other'],
  privacyFormer: ['former'],
  privacyFormerAlone: ['formerAlone'],
  /** The register of incidents. */
  register: ['supervisor', 'auditor'],
  // Their first names, for those whose file they looked at; for the office, where they wrote a message; and for those
  // they share their work with.
  staffAgent: ['agent', 'supervisor', 'auditor', 'recipient', 'spouse', 'other'],
  staffOtherAgent: ['otherAgent', 'supervisor', 'auditor', 'former'],
  staffContact: ['contact', 'supervisor', 'auditor'],
  staffSupervisor: ['supervisor', 'auditor', 'agent', 'recipient', 'spouse', 'other'],
  staffAuditor: ['auditor', 'supervisor'],
  // Of an application that was sent and is being corrected: drafts are their author's, what was sent the office's too.
  applyHousehold: ['applicant', 'applicantSpouse'],
  applyOwn: ['applicant'],
  // The spouse confirms it in the matrix, and it is the office's from then on; that it was not before is AP-20's.
  applySpouse: ['applicantSpouse', 'agent', 'supervisor'],
  applySent: ['applicant', 'applicantSpouse', 'agent', 'supervisor'],
  applySentOwn: ['applicant', 'agent', 'supervisor'],
  applySentSpouse: ['applicantSpouse', 'agent', 'supervisor'],
  // Of another, not sent; and of a third, attached to an account and sent to the far office.
  applyOther: ['applicantOther'],
  applyAttached: ['other', 'otherAgent'],
  applyFar: ['otherAgent'],
  applyFarDraft: [],
  notice: viewerNames,
  noticeAhead: ['supervisor'],
  noticeDraft: ['supervisor'],
  /** Session tokens and ids, the outbox: nobody, not even whose they are. */
  nobody: [],
} as const satisfies Record<string, readonly ViewerName[]>
export type Secret = keyof typeof mayEverSee

const maySee = (viewer: ViewerName, secret: Secret): boolean =>
  (mayEverSee[secret] as readonly ViewerName[]).includes(viewer)

const shapes = [
  /Mq\d{4}x/g,
  /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g,
  /Q-\d{4}-[0-9A-Z]{5}-[0-9A-Z]{5}-[0-9A-Z]/g,
  /\b\d{3}[.,]\d{2}\b/g,
  /[\w-]{43}/g,
]

export type Seen = { readonly marker: string; readonly secret: Secret }

export class Markers {
  private readonly known = new Map<string, Secret>()
  private words = 0

  /** A new word that belongs to `secret`. Letters and digits only: no encoding changes it. */
  word(secret: Secret): string {
    this.words += 1
    return this.learn(`Mq${String(this.words).padStart(4, '0')}x`, secret)
  }

  /** A new amount in cents, 701,03 $ and up: written `701,03` in French and `701.03` in English. */
  cents(secret: Secret): number {
    this.words += 1
    const amount = 70_103 + this.words * 97
    this.learn((amount / 100).toFixed(2), secret)
    return amount
  }

  /** Text that exists already (an id, a receipt number, a token). */
  learn(text: string, secret: Secret): string {
    this.known.set(text, secret)
    return text
  }

  has(text: string): boolean {
    return this.known.has(text)
  }

  /** Every marker in a text. */
  in(text: string): Seen[] {
    const found = new Map<string, Secret>()
    for (const shape of shapes) {
      for (const [match] of text.matchAll(shape)) {
        const marker = match.replace(',', '.')
        const secret = this.known.get(marker)
        if (secret) found.set(marker, secret)
      }
    }
    return [...found].map(([marker, secret]) => ({ marker, secret }))
  }

  /** The markers in an answer that its viewer may not see and did not write in the question. */
  foreignIn(answer: string, question: string, viewer: ViewerName): Seen[] {
    return this.in(answer).filter(
      ({ marker, secret }) => !maySee(viewer, secret) && !question.includes(marker),
    )
  }
}
