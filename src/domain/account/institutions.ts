type Name = { readonly fr: string; readonly en: string }

const same = (name: string): Name => ({ fr: name, en: name })

/*
 * Institutions that keep accounts of people in Québec, by the number Payments Canada gives them. Source: general
 * knowledge, to be verified; not the whole list, so that a number missing here may well exist and is refused to nobody.
 */
const institutions: Readonly<Record<string, Name>> = {
  '001': { fr: 'Banque de Montréal', en: 'Bank of Montreal' },
  '002': { fr: 'Banque Scotia', en: 'Scotiabank' },
  '003': { fr: 'Banque Royale', en: 'Royal Bank' },
  '004': { fr: 'Banque TD', en: 'TD Bank' },
  '006': { fr: 'Banque Nationale', en: 'National Bank' },
  '010': { fr: 'Banque CIBC', en: 'CIBC' },
  '030': { fr: 'Banque canadienne de l’Ouest', en: 'Canadian Western Bank' },
  '039': { fr: 'Banque Laurentienne', en: 'Laurentian Bank' },
  '260': same('Citibank'),
  '310': { fr: 'Banque des Premières Nations du Canada', en: 'First Nations Bank of Canada' },
  '540': { fr: 'Banque Manuvie', en: 'Manulife Bank' },
  '614': same('Tangerine'),
  '815': same('Desjardins'),
  '829': { fr: 'Desjardins (Ontario)', en: 'Desjardins (Ontario)' },
  '865': same('UNI'),
}

/** What an institution is called, from its number of three digits; null when we do not know the number. */
export function institutionName(number: string): Name | null {
  return Object.hasOwn(institutions, number) ? institutions[number]! : null
}
