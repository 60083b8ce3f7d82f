/** The pages of words, one content file each and per language in `features/information/content`. */
export const contentRoutes = {
  programs: { fr: '/programmes', en: '/programs' },
  eligibility: { fr: '/admissibilite', en: '/eligibility' },
  amounts: { fr: '/montants', en: '/amounts' },
  income: { fr: '/revenus', en: '/income' },
  specialBenefits: { fr: '/prestations-speciales', en: '/special-benefits' },
  applying: { fr: '/demander', en: '/apply' },
  monthlyStatement: { fr: '/declaration-mensuelle', en: '/monthly-statement' },
  calendar: { fr: '/calendrier', en: '/calendar' },
  changes: { fr: '/changements', en: '/changes' },
  rights: { fr: '/vos-droits', en: '/your-rights' },
  owing: { fr: '/rembourser', en: '/repaying' },
  // Its address stays in the history of a browser: it names neither violence nor fear.
  safeContact: { fr: '/vous-joindre', en: '/reaching-you' },
  otherWays: { fr: '/autrement', en: '/other-ways' },
  otherHelp: { fr: '/autres-ressources', en: '/other-help' },
  results: { fr: '/resultats', en: '/results' },
  privacy: { fr: '/vie-privee', en: '/privacy' },
  accessibility: { fr: '/accessibilite', en: '/accessibility' },
  glossary: { fr: '/glossaire', en: '/glossary' },
  siteMap: { fr: '/plan-du-site', en: '/site-map' },
  status: { fr: '/etat-du-service', en: '/service-status' },
} as const
