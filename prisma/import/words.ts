/** The language of the terminal, as setup reads it. */
export type Language = 'fr' | 'en'
export function languageOf(env: Record<string, string | undefined>): Language {
  return /^fr/i.test(env['LC_ALL'] || env['LC_MESSAGES'] || env['LANG'] || '') ? 'fr' : 'en'
}

type Sentence = Record<Language, string>

/** Why a line, or the whole file, is refused: one sentence each, without anything of the person. */
export const faultWords = {
  // The file as a whole.
  emptyFile: { fr: 'Le fichier est vide.', en: 'The file is empty.' },
  byteOrderMark: {
    fr: 'Le fichier commence par une marque d’ordre des octets. Enregistrez-le en UTF-8 sans cette marque.',
    en: 'The file begins with a byte order mark. Save it as UTF-8 without that mark.',
  },
  carriageReturn: {
    fr: 'Les lignes finissent par un retour de chariot (CRLF). Terminez chaque ligne par LF seulement.',
    en: 'Lines end with a carriage return (CRLF). End each line with LF only.',
  },
  noHeader: {
    fr: 'La première ligne n’est pas un en-tête lisible.',
    en: 'The first line is not a readable header.',
  },
  noTotals: {
    fr: 'La dernière ligne n’est pas une ligne de totaux lisible. Le fichier est peut-être coupé.',
    en: 'The last line is not a readable line of totals. The file may be cut short.',
  },
  afterTotals: {
    fr: 'Il y a une ligne après les totaux. Les totaux sont la dernière ligne.',
    en: 'There is a line after the totals. The totals are the last line.',
  },
  totalsDiffer: {
    fr: 'Le total annoncé est {said}. Le fichier en contient {found}.',
    en: 'The total announced is {said}. The file holds {found}.',
  },
  // A line that cannot be read.
  lineTooLong: {
    fr: 'La ligne dépasse un mégaoctet. Un ménage n’en demande jamais autant.',
    en: 'The line is longer than one megabyte. A household never needs that much.',
  },
  notUtf8: { fr: 'La ligne n’est pas en UTF-8.', en: 'The line is not in UTF-8.' },
  nul: { fr: 'La ligne contient un octet nul.', en: 'The line contains a NUL byte.' },
  blankLine: { fr: 'La ligne est vide.', en: 'The line is blank.' },
  notJson: { fr: 'La ligne n’est pas du JSON bien formé.', en: 'The line is not well-formed JSON.' },
  notObject: { fr: 'Mettez ici un objet JSON.', en: 'Put a JSON object here.' },
  type: {
    fr: 'Le type de ligne n’est pas connu. Mettez « household » entre l’en-tête et les totaux.',
    en: 'The type of line is not known. Put “household” between the header and the totals.',
  },
  format: { fr: 'Mettez « quinze-households ».', en: 'Put “quinze-households”.' },
  version: {
    fr: 'Cette version du format n’est pas connue. Mettez 1.',
    en: 'This version of the format is not known. Put 1.',
  },
  // A field.
  unknownField: {
    fr: 'Ce champ n’existe pas dans le format. Retirez-le.',
    en: 'This field is not in the format. Remove it.',
  },
  missing: { fr: 'Ce champ manque.', en: 'This field is missing.' },
  wrong: { fr: 'Cette valeur n’est pas du bon genre.', en: 'This value is not of the right kind.' },
  text: { fr: 'Mettez ici du texte.', en: 'Put text here.' },
  empty: { fr: 'Le texte est vide.', en: 'The text is empty.' },
  tooLong: { fr: 'Le texte est trop long.', en: 'The text is too long.' },
  unclean: {
    fr: 'Le texte contient un caractère invisible ou brisé, ou une espace à un bout.',
    en: 'The text contains an invisible or broken character, or a space at one end.',
  },
  name: { fr: 'Un nom contient au moins une lettre.', en: 'A name has at least one letter.' },
  list: { fr: 'Mettez ici une liste.', en: 'Put a list here.' },
  tooMany: { fr: 'La liste est trop longue.', en: 'The list is too long.' },
  flag: { fr: 'Mettez true ou false.', en: 'Put true or false.' },
  choice: {
    fr: 'Cette valeur n’est pas une de celles du format.',
    en: 'This value is not one of the format’s.',
  },
  day: {
    fr: 'Mettez une date qui existe, par exemple 2026-02-28.',
    en: 'Put a date that exists, for example 2026-02-28.',
  },
  month: { fr: 'Mettez un mois, par exemple 2026-02.', en: 'Put a month, for example 2026-02.' },
  cents: {
    fr: 'Mettez un nombre entier de cents, de 0 à 99999999.',
    en: 'Put a whole number of cents, from 0 to 99999999.',
  },
  total: { fr: 'Mettez un nombre entier, zéro ou plus.', en: 'Put a whole number, zero or more.' },
  fileNumber: {
    fr: 'Écrivez le numéro de dossier avec 4 à 20 majuscules et chiffres, et des traits d’union entre eux.',
    en: 'Write the file number with 4 to 20 capital letters and digits, and hyphens between them.',
  },
  sin: {
    fr: 'Ce n’est pas un numéro d’assurance sociale. Vous pouvez le retirer : il n’est pas demandé.',
    en: 'This is not a social insurance number. You may remove it: it is not asked for.',
  },
  email: { fr: 'Ce n’est pas une adresse courriel.', en: 'This is not an e-mail address.' },
  phone: {
    fr: 'Mettez +1 et dix chiffres, par exemple +18195550100.',
    en: 'Put +1 and ten digits, for example +18195550100.',
  },
  postalCode: {
    fr: 'Mettez un code postal du Québec, par exemple G1A 1A1.',
    en: 'Put a Québec postal code, for example G1A 1A1.',
  },
  adultPlace: {
    fr: 'Mettez la place de l’adulte dans son dossier, 1 ou 2.',
    en: 'Put the adult’s place in their file, 1 or 2.',
  },
  rights: {
    fr: 'Un mandat permet au moins « read », et chaque droit une seule fois.',
    en: 'A mandate allows at least “read”, and each right once.',
  },
  noAdult: { fr: 'Un ménage a un ou deux adultes.', en: 'A household has one or two adults.' },
  noSituation: { fr: 'Un ménage a au moins une situation.', en: 'A household has at least one situation.' },
  // What a field says beside the others.
  tooYoung: {
    fr: 'Cette personne n’a pas 18 ans. Dites pourquoi dans « minorBecause ».',
    en: 'This person is not 18. Say why in “minorBecause”.',
  },
  notYet: {
    fr: 'Cette date est après celle du fichier.',
    en: 'This date is after that of the file.',
  },
  beforeBirth: { fr: 'Cette date est avant la naissance.', en: 'This date is before the birth.' },
  periodEnds: {
    fr: 'La fin vient après le début.',
    en: 'The end comes after the beginning.',
  },
  twice: { fr: 'Ce mois est donné deux fois.', en: 'This month is given twice.' },
  sinceLater: {
    fr: 'L’aide a commencé au plus tard avec cette situation.',
    en: 'Assistance began with this situation at the latest.',
  },
  cannotNotify: {
    fr: 'Pour prévenir ainsi, il faut l’adresse ou le numéro.',
    en: 'To notify this way, the address or the number is needed.',
  },
  unknownOffice: { fr: 'Ce bureau n’existe pas.', en: 'This office does not exist.' },
  formerOffice: {
    fr: 'Ce bureau n’a plus de dossiers. Mettez celui qui le remplace.',
    en: 'This office no longer keeps files. Put the one that replaced it.',
  },
  noSuchAdult: { fr: 'Le ménage n’a pas cet adulte.', en: 'The household does not have this adult.' },
  ownMandate: {
    fr: 'Personne n’a de mandat pour soi-même.',
    en: 'No one has a mandate for themselves.',
  },
  noRepresentative: {
    fr: 'La personne mandatée n’est ni dans le fichier ni dans le portail, ou sa ligne est refusée.',
    en: 'The representative is neither in the file nor in the portal, or their line is refused.',
  },
  sameNumber: {
    fr: 'Le même numéro de dossier est à la ligne {other}. Aucune des deux n’entre.',
    en: 'The same file number is on line {other}. Neither goes in.',
  },
  differs: {
    fr: 'Le dossier existe et le portail dit autre chose ici. Il n’est jamais écrasé.',
    en: 'The file exists and the portal says otherwise here. It is never overwritten.',
  },
  refusedByDatabase: {
    fr: 'La base de données refuse cette ligne.',
    en: 'The database refuses this line.',
  },
} satisfies Record<string, Sentence>

export type FaultKey = keyof typeof faultWords

/** What the command says as it works. */
export const commandWords = {
  usage: {
    fr: 'Donnez un fichier : npm run import:households -- FICHIER [--dry-run]',
    en: 'Give a file: npm run import:households -- FILE [--dry-run]',
  },
  checking: { fr: 'Lecture et vérification du fichier', en: 'Reading and checking the file' },
  importing: { fr: 'Entrée des ménages', en: 'Entering the households' },
  progress: { fr: '  {count} lignes', en: '  {count} lines' },
  wholeRefused: {
    fr: 'Le fichier est refusé en entier. Rien n’a été écrit.',
    en: 'The whole file is refused. Nothing was written.',
  },
  totalsField: { fr: 'total « {field} »', en: 'total “{field}”' },
  line: { fr: 'Ligne {line}', en: 'Line {line}' },
  fileNumber: { fr: 'dossier {number}', en: 'file {number}' },
  more: { fr: '  … et {count} autres.', en: '  … and {count} more.' },
  added: { fr: '{count} ménages entrés', en: '{count} households entered' },
  wouldAdd: { fr: '{count} ménages entreraient', en: '{count} households would enter' },
  unchanged: { fr: '{count} déjà là, inchangés', en: '{count} already there, unchanged' },
  refused: { fr: '{count} lignes refusées', en: '{count} lines refused' },
  account: { fr: '{count} ménages lus', en: '{count} households read' },
  codes: {
    fr: '{count} codes d’accès donnés; leurs lettres attendent dans les bureaux',
    en: '{count} access codes issued; their letters wait in the offices',
  },
  mandates: { fr: '{count} mandats entrés', en: '{count} mandates entered' },
  dryRun: { fr: 'Essai : rien n’a été écrit.', en: 'Trial: nothing was written.' },
  refusedIn: {
    fr: 'Les lignes refusées et leurs raisons sont dans {file}. Ce fichier contient des renseignements personnels.',
    en: 'The refused lines and their reasons are in {file}. That file holds personal information.',
  },
  noFile: { fr: 'Le fichier ne peut pas être lu : {file}.', en: 'The file cannot be read: {file}.' },
  changedMeanwhile: {
    fr: 'Le fichier a changé pendant l’entrée. Ce qui est entré reste; lancez la même commande.',
    en: 'The file changed while it was entered. What went in stays; run the same command again.',
  },
  busy: {
    fr: 'Une autre entrée de ménages est en cours dans cette base de données.',
    en: 'Another entry of households is under way in this database.',
  },
  notMigrated: {
    fr: 'Cette base de données n’a pas toutes les migrations.',
    en: 'This database does not have all the migrations.',
  },
  notMigratedAdvice: {
    fr: 'Démarrez le portail une fois avec DATABASE_OWNER_URL (npm start), puis recommencez.',
    en: 'Start the portal once with DATABASE_OWNER_URL (npm start), then try again.',
  },
  noDatabase: {
    fr: 'Aucune base de données n’est nommée, et la démonstration n’a jamais démarré ici.',
    en: 'No database is named, and the demo was never started here.',
  },
  noDatabaseAdvice: {
    fr: 'Donnez DATABASE_OWNER_URL, ou démarrez la démonstration une fois (npm start).',
    en: 'Give DATABASE_OWNER_URL, or start the demo once (npm start).',
  },
  noSecret: {
    fr: 'QUINZE_SECRET manque : les codes d’accès en dépendent.',
    en: 'QUINZE_SECRET is missing: access codes depend on it.',
  },
  noSecretAdvice: {
    fr: 'Donnez le même secret qu’au portail, ou les codes d’accès n’ouvriraient rien.',
    en: 'Give the same secret as the portal’s, or the access codes would open nothing.',
  },
  again: { fr: 'Corrigez, puis lancez la même commande.', en: 'Mend this, then run the same command again.' },
} satisfies Record<string, Sentence>

/** A sentence of one of the tables, with its values. */
export function phrase(
  sentence: Sentence,
  language: Language,
  values: Record<string, string | number> = {},
): string {
  return sentence[language].replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole))
}

/** A count as people read it. */
export const figure = (count: number, language: Language): string =>
  new Intl.NumberFormat(language === 'fr' ? 'fr-CA' : 'en-CA').format(count)
