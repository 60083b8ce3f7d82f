import type { Locale } from './locale'

/*
 * The pages of the office (`paths.ts` makes them part of all the others): the desk, then the help of the staff, and the
 * pages of a person's file in the hands of who helps them.
 */
export const officeRoutes = {
  office: { fr: '/bureau', en: '/office' },
  officeHandOver: { fr: '/bureau/releve', en: '/office/hand-over' },
  assistedSignIn: { fr: '/bureau/connexion-assistee', en: '/office/assisted-sign-in' },
  assistedSignInTold: { fr: '/bureau/connexion-assistee/[told]', en: '/office/assisted-sign-in/[told]' },
  officeFiles: { fr: '/bureau/dossiers', en: '/office/files' },
  officeFile: { fr: '/bureau/dossiers/[id]', en: '/office/files/[id]' },
  officeExtension: { fr: '/bureau/dossiers/[id]/prolongation', en: '/office/files/[id]/extension' },
  officeClosing: { fr: '/bureau/dossiers/[id]/fermeture', en: '/office/files/[id]/closing' },
  officeApplication: { fr: '/bureau/demandes/[id]', en: '/office/applications/[id]' },
  officeAdmission: { fr: '/bureau/demandes/[id]/admission', en: '/office/applications/[id]/admission' },
  officeReview: { fr: '/bureau/revisions/[id]', en: '/office/reviews/[id]' },
  officeMessages: { fr: '/bureau/messages/[id]', en: '/office/messages/[id]' },
  officeStatement: { fr: '/bureau/declarations/[id]', en: '/office/statements/[id]' },
  officeTask: { fr: '/bureau/taches/[id]', en: '/office/tasks/[id]' },
  officeMove: { fr: '/bureau/gestes/[move]', en: '/office/moves/[move]' },
  officeDecision: { fr: '/bureau/decisions/[id]', en: '/office/decisions/[id]' },
  officeNoticeLetter: { fr: '/bureau/lettres/avis/[id]', en: '/office/letters/notices/[id]' },
  officeReminderLetters: { fr: '/bureau/lettres/rappels', en: '/office/letters/reminders' },
  officeLetters: { fr: '/bureau/lettres', en: '/office/letters' },
  officeLetter: { fr: '/bureau/lettres/[id]', en: '/office/letters/[id]' },
  officeAccessCodes: { fr: '/bureau/codes-acces/[id]', en: '/office/access-codes/[id]' },
  officeNotices: { fr: '/bureau/avis', en: '/office/notices' },
  openFile: { fr: '/bureau/consultation', en: '/office/lookup' },
  openedFile: { fr: '/bureau/consultation/[id]', en: '/office/lookup/[id]' },
  openedApplication: { fr: '/bureau/consultation/demandes/[id]', en: '/office/lookup/applications/[id]' },
  trail: { fr: '/bureau/piste', en: '/office/trail' },
  alikeLooks: { fr: '/bureau/piste/proches', en: '/office/trail/close' },
  openings: { fr: '/bureau/piste/ouvertures', en: '/office/trail/openings' },
  team: { fr: '/bureau/equipe', en: '/office/team' },
  exports: { fr: '/bureau/fichiers', en: '/office/data-files' },
  administration: { fr: '/bureau/administration', en: '/office/administration' },
  policyPreview: { fr: '/bureau/administration/essai', en: '/office/administration/trial' },
  payments: { fr: '/bureau/versements', en: '/office/payments' },
  paymentRun: { fr: '/bureau/versements/[id]', en: '/office/payments/[id]' },
  proposals: { fr: '/bureau/propositions', en: '/office/proposals' },
  officePrivacy: { fr: '/bureau/renseignements-personnels', en: '/office/personal-information' },
  officePrivacyRequest: {
    fr: '/bureau/renseignements-personnels/[id]',
    en: '/office/personal-information/[id]',
  },
  incidents: { fr: '/bureau/incidents', en: '/office/incidents' },
  // Before one incident: it would be taken for one.
  newIncident: { fr: '/bureau/incidents/nouveau', en: '/office/incidents/new' },
  incident: { fr: '/bureau/incidents/[id]', en: '/office/incidents/[id]' },
  teamMember: { fr: '/bureau/equipe/[id]', en: '/office/team/[id]' },
  assisted: { fr: '/bureau/assistance', en: '/office/assistance' },
  assistedAgain: { fr: '/bureau/assistance/a-revoir/[told]', en: '/office/assistance/again/[told]' },
  assistedApplication: { fr: '/bureau/assistance/demande', en: '/office/assistance/application' },
  assistedFile: { fr: '/bureau/assistance/dossier/[session]', en: '/office/assistance/file/[session]' },
  assistedStatement: {
    fr: '/bureau/assistance/dossier/[session]/declaration/[month]',
    en: '/office/assistance/file/[session]/statement/[month]',
  },
  assistedQuestions: {
    fr: '/bureau/assistance/dossier/[session]/declaration/[month]/questions',
    en: '/office/assistance/file/[session]/statement/[month]/questions',
  },
  assistedReview: {
    fr: '/bureau/assistance/dossier/[session]/declaration/[month]/verification',
    en: '/office/assistance/file/[session]/statement/[month]/review',
  },
  assistedChange: {
    fr: '/bureau/assistance/dossier/[session]/changement',
    en: '/office/assistance/file/[session]/change',
  },
  assistedChangeQuestions: {
    fr: '/bureau/assistance/dossier/[session]/changement/questions',
    en: '/office/assistance/file/[session]/change/questions',
  },
  assistedChangeReview: {
    fr: '/bureau/assistance/dossier/[session]/changement/verification',
    en: '/office/assistance/file/[session]/change/review',
  },
  assistedReceipt: {
    fr: '/bureau/assistance/dossier/[session]/recus/[id]',
    en: '/office/assistance/file/[session]/receipts/[id]',
  },
} as const

type At = (locale: Locale, route: keyof typeof officeRoutes, ...values: readonly string[]) => string

/** The links to these pages. `at` is what makes every link. */
export const officePaths = (at: At) => ({
  office: (locale: Locale) => at(locale, 'office'),
  officeHandOver: (locale: Locale) => at(locale, 'officeHandOver'),
  assistedSignIn: (locale: Locale) => at(locale, 'assistedSignIn'),
  assistedSignInTold: (locale: Locale, told: string) => at(locale, 'assistedSignInTold', told),
  officeFiles: (locale: Locale) => at(locale, 'officeFiles'),
  officeFile: (locale: Locale, id: string) => at(locale, 'officeFile', id),
  officeExtension: (locale: Locale, id: string) => at(locale, 'officeExtension', id),
  officeClosing: (locale: Locale, id: string) => at(locale, 'officeClosing', id),
  officeApplication: (locale: Locale, id: string) => at(locale, 'officeApplication', id),
  officeAdmission: (locale: Locale, id: string) => at(locale, 'officeAdmission', id),
  officeReview: (locale: Locale, id: string) => at(locale, 'officeReview', id),
  /** The messages of the mailbox one message is in. */
  officeMessages: (locale: Locale, id: string) => at(locale, 'officeMessages', id),
  officeStatement: (locale: Locale, id: string) => at(locale, 'officeStatement', id),
  officeTask: (locale: Locale, id: string) => at(locale, 'officeTask', id),
  /** The form of a move: its verb, then its task, `refuse-0199…`. */
  officeMove: (locale: Locale, move: string) => at(locale, 'officeMove', move),
  officeDecision: (locale: Locale, id: string) => at(locale, 'officeDecision', id),
  officeNoticeLetter: (locale: Locale, id: string) => at(locale, 'officeNoticeLetter', id),
  officeReminderLetters: (locale: Locale) => at(locale, 'officeReminderLetters'),
  officeLetters: (locale: Locale) => at(locale, 'officeLetters'),
  officeLetter: (locale: Locale, id: string) => at(locale, 'officeLetter', id),
  officeAccessCodes: (locale: Locale, id: string) => at(locale, 'officeAccessCodes', id),
  officeNotices: (locale: Locale) => at(locale, 'officeNotices'),
  openFile: (locale: Locale) => at(locale, 'openFile'),
  openedFile: (locale: Locale, id: string) => at(locale, 'openedFile', id),
  openedApplication: (locale: Locale, id: string) => at(locale, 'openedApplication', id),
  trail: (locale: Locale) => at(locale, 'trail'),
  alikeLooks: (locale: Locale) => at(locale, 'alikeLooks'),
  openings: (locale: Locale) => at(locale, 'openings'),
  team: (locale: Locale) => at(locale, 'team'),
  exports: (locale: Locale) => at(locale, 'exports'),
  administration: (locale: Locale) => at(locale, 'administration'),
  policyPreview: (locale: Locale) => at(locale, 'policyPreview'),
  payments: (locale: Locale) => at(locale, 'payments'),
  paymentRun: (locale: Locale, id: string) => at(locale, 'paymentRun', id),
  proposals: (locale: Locale) => at(locale, 'proposals'),
  officePrivacy: (locale: Locale) => at(locale, 'officePrivacy'),
  officePrivacyRequest: (locale: Locale, id: string) => at(locale, 'officePrivacyRequest', id),
  incidents: (locale: Locale) => at(locale, 'incidents'),
  newIncident: (locale: Locale) => at(locale, 'newIncident'),
  incident: (locale: Locale, id: string) => at(locale, 'incident', id),
  teamMember: (locale: Locale, id: string) => at(locale, 'teamMember', id),
  assisted: (locale: Locale) => at(locale, 'assisted'),
  assistedAgain: (locale: Locale, told: string) => at(locale, 'assistedAgain', told),
  assistedApplication: (locale: Locale) => at(locale, 'assistedApplication'),
  assistedFile: (locale: Locale, session: string) => at(locale, 'assistedFile', session),
  assistedStatement: (locale: Locale, session: string, month: string) =>
    at(locale, 'assistedStatement', session, month),
  assistedQuestions: (locale: Locale, session: string, month: string) =>
    at(locale, 'assistedQuestions', session, month),
  assistedReview: (locale: Locale, session: string, month: string) =>
    at(locale, 'assistedReview', session, month),
  assistedChange: (locale: Locale, session: string) => at(locale, 'assistedChange', session),
  assistedChangeQuestions: (locale: Locale, session: string) =>
    at(locale, 'assistedChangeQuestions', session),
  assistedChangeReview: (locale: Locale, session: string) => at(locale, 'assistedChangeReview', session),
  assistedReceipt: (locale: Locale, session: string, id: string) =>
    at(locale, 'assistedReceipt', session, id),
})
