import type { Random } from './random'

const givenNames = [
  ...[
    'Adèle',
    'Agathe',
    'Albane',
    'Alix',
    'Anouk',
    'Arthur',
    'Astrid',
    'Aurèle',
    'Basile',
    'Béatrice',
    'Blanche',
  ],
  ...[
    'Boris',
    'Brune',
    'Camille',
    'Céleste',
    'Clovis',
    'Colombe',
    'Corentin',
    'Cyprien',
    'Dalia',
    'Damien',
    'Dora',
  ],
  ...[
    'Edgar',
    'Éloïse',
    'Émile',
    'Esther',
    'Eugène',
    'Fanny',
    'Félix',
    'Flore',
    'Gaspard',
    'Gilda',
    'Guy',
    'Hélène',
  ],
  ...[
    'Hugo',
    'Ida',
    'Ingrid',
    'Irène',
    'Isidore',
    'Jade',
    'Jules',
    'Justine',
    'Karim',
    'Laszlo',
    'Léonie',
    'Lin',
  ],
  ...[
    'Louison',
    'Lucien',
    'Malik',
    'Marguerite',
    'Maxence',
    'Mireille',
    'Nadia',
    'Nestor',
    'Noé',
    'Octave',
    'Odile',
  ],
  ...[
    'Olive',
    'Oscar',
    'Paloma',
    'Pénélope',
    'Philémon',
    'Prune',
    'Quentin',
    'Rachid',
    'Régine',
    'Rosalie',
    'Rufus',
  ],
  ...[
    'Sacha',
    'Séverine',
    'Simone',
    'Solange',
    'Tancrède',
    'Théa',
    'Ulysse',
    'Ursule',
    'Valère',
    'Viviane',
    'Xénia',
  ],
  ...['Yaël', 'Yvon', 'Zélie', 'Zoé'],
]

/** Words nobody is called: whoever reads one knows that the person is made up. */
const familyWords = [
  ...[
    'Exemple',
    'Modèle',
    'Essai',
    'Fictif',
    'Témoin',
    'Prototype',
    'Brouillon',
    'Maquette',
    'Ébauche',
    'Canevas',
  ],
  ...[
    'Gabarit',
    'Échantillon',
    'Spécimen',
    'Imaginaire',
    'Inventé',
    'Supposé',
    'Factice',
    'Simulé',
    'Hypothèse',
  ],
  ...[
    'Chimère',
    'Mirage',
    'Fable',
    'Légende',
    'Pastiche',
    'Croquis',
    'Esquisse',
    'Figurant',
    'Mannequin',
    'Postulat',
  ],
  ...[
    'Variable',
    'Inconnue',
    'Placebo',
    'Calque',
    'Épreuve',
    'Patron',
    'Conjecture',
    'Illusion',
    'Songe',
    'Décor',
  ],
]

export function givenName(random: Random): string {
  return random.pick(givenNames)
}

/** One word, or two: about 1,500 names, so that people of the same name are found as in life. */
export function familyName(random: Random): string {
  const [one, other] = [random.pick(familyWords), random.pick(familyWords)]
  return one === other || random.chance(0.3) ? one : `${one}-${other}`
}

/** Employers as made up as the people. */
export const employers = [
  ...['Café Imaginaire', 'Ferme Inventée', 'Épicerie Factice', 'Garage Exemple', 'Buanderie du Brouillon'],
  ...['Entretien Modèle', 'Dépanneur Témoin', 'Serres de la Fable', 'Traiteur Chimère', 'Entrepôt Prototype'],
]
export const activities = [
  'Ménage à domicile',
  'Réparation de vélos',
  'Couture',
  'Déneigement',
  'Cours de musique',
]
