/*
 * The papers an application may need. Accepted papers: form 3003 where it names them. Substitutes are proposals of ours,
 * to be confirmed by the agency; none replaces asking someone, so a call is always the last of them.
 */

type Paper = { readonly accepted: readonly string[]; readonly substitutes: readonly string[] }

const byPhone = 'call'
/** The office looks at the person and their papers, or finds them in a public register. */
const atOffice = 'officeVisit'
const register = 'agencyChecks'
const written = 'writtenStatement'

export const documentKinds = {
  // Who one is.
  identityPhoto: {
    accepted: [
      'healthCardWithPhoto',
      'driverLicence',
      'passport',
      'statusCard',
      'permanentResidentCard',
      'otherPublicId',
    ],
    substitutes: [atOffice, 'twoPapersWithoutPhoto', 'organisationLetter', byPhone],
  },
  birthCertificate: { accepted: ['birthCertificate'], substitutes: ['requestReceipt', 'passport', byPhone] },
  citizenshipProof: {
    accepted: ['citizenshipCertificate', 'canadianPassport'],
    substitutes: ['requestReceipt', byPhone],
  },
  permanentResidenceProof: {
    accepted: ['imm1000', 'imm5292', 'imm5688', 'selectionCertificate'],
    substitutes: ['permanentResidentCard', 'requestReceipt', register, byPhone],
  },
  refugeeClaimProof: {
    accepted: ['claimantDocument', 'interimFederalHealth', 'interviewNotice'],
    substitutes: ['requestReceipt', 'lawyerLetter', byPhone],
  },
  refugeeStatusDecision: {
    accepted: ['protectionDecision'],
    substitutes: ['requestReceipt', 'lawyerLetter', byPhone],
  },
  otherStatusProof: {
    accepted: ['imm1442', 'workPermit', 'studyPermit', 'visitorRecord', 'selectionCertificate'],
    substitutes: ['requestReceipt', 'lawyerLetter', byPhone],
  },
  mandateProof: {
    accepted: ['mandate', 'powerOfAttorney', 'curatorLetter'],
    substitutes: [atOffice, byPhone],
  },

  // Health.
  medicalReport: { accepted: ['sr2100'], substitutes: ['medicalLetter', 'appointmentProof', byPhone] },
  pregnancyProof: {
    accepted: ['sr0040', 'pregnancyReport', 'medicalAttestation'],
    substitutes: ['appointmentProof', byPhone],
  },

  // What comes in.
  wageProof: {
    accepted: ['payStubs', 'employerLetter'],
    substitutes: ['bankStatement', written, byPhone],
  },
  endedWorkProof: {
    accepted: ['recordOfEmployment', 'lastPayStub', 'employerLetter'],
    substitutes: ['bankStatement', written, byPhone],
  },
  selfEmploymentProof: {
    accepted: ['incomeAndExpenses', 'invoices'],
    substitutes: ['bankStatement', written, byPhone],
  },
  benefitProof: {
    accepted: ['decisionLetter', 'paymentStatement'],
    substitutes: ['onlineScreen', 'bankStatement', register, byPhone],
  },
  pensionProof: {
    accepted: ['paymentStatement', 'planLetter'],
    substitutes: ['bankStatement', byPhone],
  },
  supportProof: {
    accepted: ['judgment', 'agreement', 'paymentStatement'],
    substitutes: ['bankStatement', 'lawyerLetter', written, byPhone],
  },
  rentalProof: { accepted: ['lease', 'rentReceipts'], substitutes: ['bankStatement', written, byPhone] },
  investmentIncomeProof: {
    accepted: ['paymentStatement', 'taxSlip'],
    substitutes: ['bankStatement', byPhone],
  },
  otherIncomeProof: {
    accepted: ['paymentStatement', 'letter'],
    substitutes: ['bankStatement', written, byPhone],
  },
  parentalContribution: {
    accepted: ['sr2102'],
    substitutes: ['parentsRefuse', 'cannotReachParents', byPhone],
  },

  // What is owned.
  accountStatement: {
    accepted: ['bankStatement', 'onlineStatement'],
    substitutes: ['passbook', 'branchPrintout', byPhone],
  },
  savingsProof: { accepted: ['investmentStatement'], substitutes: ['onlineScreen', byPhone] },
  realEstateProof: {
    accepted: ['taxBill', 'mortgageDeed', 'mortgageStatement'],
    substitutes: [register, written, byPhone],
  },
  businessProof: {
    accepted: ['financialStatements', 'taxReturn'],
    substitutes: [register, written, byPhone],
  },
  insuranceProof: { accepted: ['insuranceStatement'], substitutes: ['insurerLetter', byPhone] },
  disposalProof: { accepted: ['saleContract', 'receipt'], substitutes: [written, byPhone] },
  depositProof: { accepted: ['voidCheque', 'bankForm'], substitutes: ['onlineScreen', atOffice, byPhone] },

  // The family.
  custodyDocument: {
    accepted: ['judgment', 'mediationAgreement', 'agreement'],
    substitutes: ['bothParentsStatement', 'schoolLetter', byPhone],
  },
  childHandicapProof: {
    accepted: ['retraiteQuebecLetter'],
    substitutes: ['onlineScreen', register, byPhone],
  },

  // What was asked besides.
  deathCertificate: {
    accepted: ['deathCertificate', 'actOfDeath'],
    substitutes: ['funeralHomeLetter', byPhone],
  },
  deceasedBalances: { accepted: ['bankStatement'], substitutes: [written, byPhone] },
  needProof: {
    accepted: ['prescription', 'professionalLetter', 'estimate'],
    substitutes: ['appointmentProof', byPhone],
  },
  absenceProof: {
    accepted: ['medicalLetter', 'employerLetter', 'travelTicket'],
    substitutes: [written, byPhone],
  },
} as const satisfies Readonly<Record<string, Paper>>
export type DocumentKind = keyof typeof documentKinds
