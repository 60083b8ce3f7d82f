/*
 * What "my data" holds, section by section and field by field, in the order it is told. The words of each are in
 * mydata.json; the questions asked of the database are in my-data.ts. A test holds both against the tables.
 */
export const sections = {
  person: ['givenName', 'familyName', 'birthDate', 'language', 'interpreter'],
  contact: ['email', 'mobile', 'notifyBy', 'reminders', 'safeNote', 'updatedAt'],
  formerContacts: ['email', 'mobile', 'notifyBy', 'at'],
  household: ['fileNumber', 'office'],
  members: ['givenName', 'familyName', 'birthDate', 'role', 'fromDay', 'untilDay'],
  addresses: ['street', 'unit', 'city', 'postalCode', 'fromDay', 'protected'],
  deposits: ['masked', 'sinceMonth'],
  changes: ['kind', 'givenName', 'address', 'masked', 'askedAt', 'takesEffectMonth', 'cancelledAt'],
  freezes: ['frozenAt', 'frozenBy', 'liftedAt'],
  situations: [
    'fromMonth',
    'programme',
    'livesWithParents',
    'spouseOfStudent',
    'subsidisedDwelling',
    'fluctuatingIncome',
    'onAssistanceSince',
    'recoveryCents',
  ],
  constraints: ['givenName', 'kind', 'fromDay', 'untilDay'],
  obligations: ['month', 'files', 'reason'],
  extensions: ['scope', 'month', 'newInstant', 'reasonFr', 'reasonEn', 'decidedAt'],
  filings: [
    'receiptNumber',
    'kind',
    'month',
    'version',
    'answers',
    'answersDigest',
    'schemaVersion',
    'wordingVersion',
    'language',
    'channel',
    'filedByName',
    'filedFor',
    'mandateKind',
    'handedInOn',
    'receivedAt',
    'dueAt',
    'lateReason',
    'correctionReason',
  ],
  confirmations: ['receiptNumber', 'givenName', 'answer', 'note', 'at'],
  payments: ['month', 'receiptNumber', 'totalCents', 'benefit', 'computedAt'],
  messages: ['at', 'fromOffice', 'text', 'replyBy', 'answeredAt', 'readAt'],
  files: ['receivedAt', 'fromOffice', 'name', 'type', 'bytes', 'pages', 'scan', 'removedAt'],
  reviews: [
    'receiptNumber',
    'decision',
    'words',
    'late',
    'untilDay',
    'lateReason',
    'lateWords',
    'language',
    'channel',
    'begunAt',
    'askedAt',
    'dueAt',
    'withdrawnAt',
    'followedAt',
  ],
  decisions: [
    'number',
    'kind',
    'outcome',
    'month',
    'fromMonth',
    'reasons',
    'items',
    'benefit',
    'words',
    'language',
    'wordingVersion',
    'decidedAt',
    'secondedAt',
    'leavesAt',
    'replaces',
  ],
  decisionNotices: ['number', 'name', 'language', 'delivery', 'digest', 'bytes', 'leftAt', 'printedAt'],
  drafts: ['kind', 'month', 'fields', 'writtenByName', 'updatedAt'],
  forms: ['form', 'fields', 'updatedAt'],
  parked: ['path', 'parkedAt'],
  mandates: [
    'kind',
    'person',
    'representative',
    'organisation',
    'rights',
    'fromDay',
    'untilDay',
    'revokedAt',
  ],
  sessions: ['device', 'shared', 'startedAt', 'seenAt', 'isThis'],
  reminders: ['at', 'month', 'moment', 'dueAt', 'channel', 'printedAt'],
  looks: ['at', 'role', 'firstName', 'office', 'subjectKind', 'filingKind', 'month', 'reason'],
} as const

export type SectionName = keyof typeof sections
export type FieldOf<Name extends SectionName> = (typeof sections)[Name][number]
export const sectionNames = Object.keys(sections) as SectionName[]

/** Raised when a field changes its name or its meaning. */
export const dataVersion = 1

/** A row of a section: every field of it, as the file holds it. */
export type DataRow = Readonly<Record<string, unknown>>
export type MyData = Readonly<Record<SectionName, readonly DataRow[]>>
