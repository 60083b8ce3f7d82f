import type { Link, Nodes, Root } from 'mdast'
import { describe, expect, it } from 'vitest'
import { readContent } from '@/features/information/content'
import { linkTerms, termsOf, type Term } from '@/features/information/glossary'
import { locales, type Locale } from '@/i18n/locale'

/*
 * Numbered cases:
 *   G-01 every term of the programme's vocabulary is explained, in both languages, under one id
 *   G-02 ids are of one term, and a form is of one term
 *   G-03 each language has its own alphabet
 *   G-04 the words people use in the street are not taught as ours
 *   G-05 the first use of a term leads to it, and only the first
 *   G-06 headings, links and summaries are left alone, and the next use is linked instead
 *   G-07 the longest form wins, and hides the shorter ones inside it
 *   G-08 accents, apostrophes, capitals, plurals, and the end of a line change nothing
 *   G-09 an acronym is one in capitals only; two terms apart by a capital stay apart
 *   G-10 nothing is lost: the words of a page are the same with its links
 */

/** The vocabulary of the Act, its Regulation and the ministry's forms, French beside English. Facts, not texts. */
const vocabulary: readonly (readonly [fr: string, en: string])[] = [
  ['aide financière de dernier recours', 'last-resort financial assistance'],
  ['AFDR', 'last-resort financial assistance'],
  ['assistance sociale', 'social assistance'],
  ["Programme d'aide sociale", 'Social Assistance Program'],
  ['PAS', 'Social Assistance Program'],
  ['Programme de solidarité sociale', 'Social Solidarity Program'],
  ['PSS', 'Social Solidarity Program'],
  ['Programme de revenu de base', 'Basic Income Program'],
  ['PRB', 'Basic Income Program'],
  ['Programme objectif emploi', 'Aim for Employment Program'],
  ['POE', 'Aim for Employment Program'],
  ['prestataire', 'recipient'],
  ['demandeur', 'applicant'],
  ['requérant', 'applicant'],
  ['adulte seul', 'independent adult'],
  ['famille', 'family'],
  ['famille monoparentale', 'single-parent family'],
  ['chef de famille monoparentale', 'head of a single-parent family'],
  ['chef de famille monoparentale', 'single parent'],
  ['ménage', 'household'],
  ['conjoint', 'spouse'],
  ['conjointe', 'spouse'],
  ['enfant à charge', 'dependent child'],
  ["contraintes sévères à l'emploi", 'severely limited capacity for employment'],
  ["contraintes temporaires à l'emploi", 'temporarily limited capacity for employment'],
  ['contraintes de santé', 'health constraints'],
  ['contraintes sévères de santé', 'severe health constraints'],
  ['allocation pour contraintes temporaires', 'temporarily limited capacity allowance'],
  ['allocation pour contraintes de santé', 'temporarily limited capacity allowance'],
  ['prestation de base', 'basic benefit'],
  ['ajustement', 'adjustment'],
  ['ajustement 66/72', '66/72 adjustment'],
  ['prestation spéciale', 'special benefit'],
  ['prestation accordée', 'benefit granted'],
  ['montant accordé', 'benefit granted'],
  ['avoir liquide', 'liquid assets'],
  ['avoir liquide', 'cash resources'],
  ['biens', 'property'],
  ['biens mobiliers', 'movable property'],
  ['biens immobiliers', 'immovable property'],
  ['revenus, gains et avantages', 'income, earnings and benefits'],
  ['RGA', 'income, earnings and benefits'],
  ['revenus de travail permis', 'allowable work income'],
  ['supplément aux revenus de travail', 'work income supplement'],
  ['antériorité du déficit', 'prior-month deficit rule'],
  ['revenu qui cesse', 'income that ceases'],
  ['revenu cessant', 'income that ceases'],
  ['contribution parentale', 'parental contribution'],
  ['partage du logement', 'shared dwelling'],
  ['chambreur', 'roomer'],
  ['pensionnaire', 'boarder'],
  ['déclaration mensuelle', 'monthly statement'],
  ['déclaration abrégée', 'short-form statement'],
  ['déclaration complète', 'complete statement'],
  ['déclaration de changement', 'statement of change'],
  ['avis de décision', 'notice of decision'],
  ['avis de réclamation', 'claim notice'],
  ['préavis', 'advance notice'],
  ['demande de révision', 'application for review'],
  ['réexamen administratif', 'administrative reconsideration'],
  ['Tribunal administratif du Québec', 'Administrative Tribunal of Québec'],
  ['TAQ', 'Administrative Tribunal of Québec'],
  ['réclamation', 'claim'],
  ['recouvrement', 'recovery'],
  ['retenue', 'deduction'],
  ['retenue', 'withholding'],
  ['fausse déclaration', 'false declaration'],
  ['carnet de réclamation', 'claim slip'],
  ['carte-médicaments', 'drug card'],
  ['Note importante', 'Important Note'],
  ['avis de dépôt', 'notice of deposit'],
  ["code d'accès téléphonique", 'telephone access code'],
  ['CAT', 'telephone access code'],
  ['numéro de dossier (CP-12)', 'file number (CP-12)'],
  ['dépôt direct', 'direct deposit'],
  ['administrateur', 'administrator'],
  ['Curateur public', 'Curateur public du Québec'],
  ['procuration', 'power of attorney'],
  ['procuration', 'mandate'],
  ["agent d'aide socioéconomique", 'socio-economic assistance officer'],
  ["centre local d'emploi", 'local employment centre'],
  ['CLE', 'local employment centre'],
  ['bureau de Services Québec', 'Services Québec office'],
  ['Centre de communication avec la clientèle', 'Centre de communication avec la clientèle'],
  ['CCC', 'Centre de communication avec la clientèle'],
  ["Mon dossier – Aide à l'emploi – Aide sociale", 'My Account – Employment Assistance – Social Assistance'],
  ['SAAQ', 'SAAQ'],
  ['CNESST', 'CNESST'],
  ['RQAP', 'QPIP'],
  ['RAMQ', 'RAMQ'],
  ['Allocation famille', 'Family Allowance'],
  ['allocation canadienne pour enfants', 'Canada child benefit'],
  ['ACE', 'CCB'],
  ["allocation d'aide à l'emploi", 'employment-assistance allowance'],
  ['AAE', 'employment-assistance allowance'],
  ['allocation de soutien', 'support allowance'],
]

const plain = (form: string) => form.replace(/\s+/g, ' ').replaceAll('’', "'")
const formsOf = (locale: Locale) =>
  termsOf(locale).flatMap(({ id, forms }) => forms.map((form) => [plain(form), id] as const))

describe('the glossary itself', () => {
  const [fr, en] = [new Map(formsOf('fr')), new Map(formsOf('en'))]

  it.each(vocabulary)('G-01 %s, %s', (french, english) => {
    expect(fr.get(french)).toBeDefined()
    expect(en.get(english)).toBe(fr.get(french))
  })

  it.each(locales)('G-02 tells its terms apart (%s)', (locale) => {
    const ids = termsOf(locale).map(({ id }) => id)
    expect(ids).toEqual([...new Set(ids)])
    const forms = formsOf(locale).map(([form]) => form)
    expect(forms).toEqual([...new Set(forms)])
  })

  it('G-02 has the same terms in both languages', () => {
    const ids = locales.map((locale) => termsOf(locale).map(({ id }) => id))
    expect(ids[0]!.length).toBeGreaterThan(70)
    expect(ids[0]!.toSorted()).toEqual(ids[1]!.toSorted())
  })

  it.each(locales)('G-03 is in alphabetical order (%s)', (locale) => {
    const shown = termsOf(locale).map(({ forms }) => plain(forms[0]!))
    expect(shown).toEqual(shown.toSorted(new Intl.Collator(`${locale}-CA`).compare))
  })

  it('G-04 leaves out the words of the street', () => {
    expect(fr.has('aide sociale')).toBe(false)
    expect([...fr.keys()].filter((form) => /bien-être/.test(form))).toEqual([])
    expect([...en.keys()].filter((form) => /welfare/i.test(form))).toEqual([])
  })
})

const someTerms: readonly Term[] = [
  { id: 'child', forms: ['enfant à charge', 'enfants à charge'] },
  { id: 'family', forms: ['famille'] },
  { id: 'allowance', forms: ['Allocation famille'] },
  { id: 'centre', forms: ['centre local d’emploi (CLE)', 'centre local d’emploi', 'CLE'] },
  { id: 'program', forms: ['Programme d’aide sociale', 'PAS'] },
  { id: 'income', forms: ['revenus,\u00A0gains et avantages'] },
  { id: 'household', forms: ['ménage', 'ménages'] },
]

const pageOf = (body: string): Root =>
  readContent(
    `---\ntitle: T\nshort: T\nsummary: S.\nverified: 2026-11-26\nsources: [LAPF]\ncall: [office]\n---\n\n${body}`,
    'fr',
  ).tree

function nodesOf(tree: Nodes): Nodes[] {
  return [tree, ...('children' in tree ? (tree.children as Nodes[]).flatMap(nodesOf) : [])]
}
const textOf = (tree: Nodes): string =>
  nodesOf(tree)
    .map((node) => (node.type === 'text' ? node.value : ''))
    .join('')

/** The links a body gets, as `form → id`. */
const linked = (body: string, terms = someTerms): string[] =>
  nodesOf(linkTerms(pageOf(body), terms))
    .filter((node): node is Link => node.type === 'link' && node.url.startsWith('glossary:'))
    .map((link) => `${textOf(link)} → ${link.url.slice('glossary:'.length)}`)

describe('linking', () => {
  it('G-05 links the first use only, of each term', () => {
    expect(linked('Un ménage, deux ménages.\n\nUne famille, un ménage.')).toEqual([
      'ménage → household',
      'famille → family',
    ])
  })

  it('G-05 finds it in a list, in bold, in a fold', () => {
    expect(linked('- Un **ménage**.\n\n:::details[Plus]\nUne famille.\n:::')).toEqual([
      'ménage → household',
      'famille → family',
    ])
  })

  it('G-06 leaves headings, links and summaries alone', () => {
    expect(linked('## Votre ménage\n\n[La famille](page:rights) et [un ménage](page:rights).')).toEqual([])
    expect(linked('## Votre ménage\n\nUn ménage.')).toEqual(['ménage → household'])
    expect(linked('[Un ménage](page:rights), un ménage.')).toEqual(['ménage → household'])
    expect(linked(':::details[Votre ménage]\nVotre famille.\n:::')).toEqual(['famille → family'])
    expect(linked(':::details[Votre ménage]\nUn Ménage.\n:::')).toEqual(['Ménage → household'])
  })

  it('G-07 takes the longest form', () => {
    expect(linked("L'Allocation famille. L'Allocation famille.")).toEqual(['Allocation famille → allowance'])
    expect(linked("L'Allocation famille. Une famille.")).toEqual([
      'Allocation famille → allowance',
      'famille → family',
    ])
    expect(linked("Le centre local d'emploi (CLE) ouvre. Le CLE ferme.")).toEqual([
      'centre local d’emploi (CLE) → centre',
    ])
  })

  it('G-08 sees through apostrophes, accents, capitals and spaces', () => {
    expect(linked("Le nombre d'enfants à charge.")).toEqual(['enfants à charge → child'])
    expect(linked("Le nombre d'ENFANTS À CHARGE.")).toEqual(['ENFANTS À CHARGE → child'])
    expect(linked("Au centre local\nd'emploi.")).toEqual(['centre local\nd’emploi → centre'])
    expect(linked('Un enfant à\u00A0charge.')).toEqual(['enfant à\u00A0charge → child'])
    expect(linked('Vos revenus, gains et avantages.')).toEqual(['revenus, gains et avantages → income'])
  })

  it('G-08 takes whole words only', () => {
    expect(linked('Un déménagement, des familles, un réaménagement.')).toEqual([])
    expect(linked('Les enfants à chargé.')).toEqual([])
  })

  it('G-09 knows an acronym by its capitals', () => {
    expect(linked('Ce n’est pas une cle. Le PAS, le CLE.')).toEqual(['PAS → program', 'CLE → centre'])
  })

  it('G-09 keeps two terms a capital apart', () => {
    const terms = [
      { id: 'whole', forms: ['social assistance'] },
      { id: 'program', forms: ['Social Assistance'] },
    ]
    expect(linked('Social Assistance.', terms)).toEqual(['Social Assistance → program'])
    expect(linked('Social assistance.', terms)).toEqual(['Social assistance → whole'])
    expect(linked('Social assistance.', terms.toReversed())).toEqual(['Social assistance → whole'])
  })

  it('G-10 loses no word', () => {
    const body = "Un ménage : d'enfants à charge, une famille, un ménage.\n\n## Une famille\n\n- PAS, pas"
    expect(textOf(linkTerms(pageOf(body), someTerms))).toBe(textOf(pageOf(body)))
  })

  it('G-10 leaves a page as it is when there is no term', () => {
    expect(linked('Un ménage.', [])).toEqual([])
  })

  it.each(locales)('G-10 takes the real glossary (%s)', (locale) => {
    const [first] = termsOf(locale)
    expect(linked(`Voici : ${first!.forms[0]}.`, termsOf(locale))).toEqual([
      `${first!.forms[0]} → ${first!.id}`,
    ])
  })
})
