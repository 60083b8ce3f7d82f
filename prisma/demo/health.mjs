// @ts-check

/** @type {readonly import('./household').DemoHousehold[]} */
export const health = [
  {
    fileNumber: 'DEMO-0004-04',
    office: '002',
    since: 34,
    programme: 'socialSolidarity',
    adults: [
      {
        id: 'emile',
        givenName: 'Émile',
        familyName: 'Fictif',
        birthDate: '1975-12-01',
        constraint: 'severe',
        story: {
          fr: 'Reçoit la solidarité sociale. Il ne produit une déclaration que si quelque chose change.',
          en: 'Receives Social Solidarity. He files a statement only when something changes.',
        },
      },
    ],
    address: { street: '4, rue de la Fiction', city: 'Amos', postalCode: 'J9T 1X4' },
  },
  {
    fileNumber: 'DEMO-0401-01',
    office: '037',
    since: 21,
    adults: [
      {
        id: 'jacques',
        givenName: 'Jacques',
        familyName: 'Canevas',
        birthDate: '1977-11-19',
        constraint: 'temporary',
        constraintFrom: 6,
        story: {
          fr: 'S’est blessé au dos. Son bureau reconnaît une contrainte temporaire depuis six mois.',
          en: 'Hurt his back. His office has recognised a temporary constraint for six months.',
        },
      },
    ],
    address: { street: '22, rue du Canevas', city: 'Sept-Îles', postalCode: 'G4R 1X1' },
    life: [{ what: 'health', ago: 7, day: 3, change: 'newConstraint' }],
  },
  {
    fileNumber: 'DEMO-0402-01',
    office: '107',
    since: 50,
    programme: 'socialSolidarity',
    adults: [
      {
        id: 'karen',
        givenName: 'Karen',
        familyName: 'Croquis',
        birthDate: '1972-06-06',
        language: 'en',
        constraint: 'severe',
        story: {
          fr: 'Reçoit la solidarité sociale et écrit en anglais. Elle a signalé un déménagement.',
          en: 'Receives Social Solidarity and writes in English. She reported a move.',
        },
      },
    ],
    address: { street: '9, chemin du Croquis', city: 'Campbell’s Bay', postalCode: 'J0X 1X2' },
    life: [{ what: 'move', ago: 5, day: 6, tenure: 'subsidisedTenant', rent: 410 }],
  },
  {
    fileNumber: 'DEMO-0403-01',
    office: '001',
    since: 96,
    programme: 'basicIncome',
    adults: [
      {
        id: 'louis',
        givenName: 'Louis',
        familyName: 'Épure',
        birthDate: '1966-09-09',
        constraint: 'severe',
        story: {
          fr: 'Reçoit le revenu de base. Il ne produit pas chaque mois, et a signalé un petit emploi.',
          en: 'Receives Basic Income. He does not file each month, and reported a small job.',
        },
      },
    ],
    address: { street: '61, rue de l’Épure', city: 'Alma', postalCode: 'G8B 1X3' },
    life: [{ what: 'job', employer: 'Atelier Imaginaire', from: 6, net: [180] }],
  },
  {
    fileNumber: 'DEMO-0404-01',
    office: '021',
    since: 38,
    programme: 'socialSolidarity',
    adults: [
      {
        id: 'mireille',
        givenName: 'Mireille',
        familyName: 'Schéma',
        birthDate: '1970-01-01',
        constraint: 'severe',
        story: {
          fr: 'Reçoit la solidarité sociale avec Normand. Le ménage ne signale que les changements.',
          en: 'Receives Social Solidarity with Normand. The household reports changes only.',
        },
      },
      {
        id: 'normand',
        givenName: 'Normand',
        familyName: 'Schéma',
        birthDate: '1967-12-20',
        story: {
          fr: 'Prend soin de Mireille. Il a signalé un emploi commencé, puis terminé.',
          en: 'Cares for Mireille. He reported a job that began, then ended.',
        },
      },
    ],
    address: { street: '18, avenue du Schéma', city: 'Matane', postalCode: 'G4W 1X4' },
    life: [
      { what: 'job', who: 1, employer: 'Scierie Inexistante', from: 8, to: 5, net: [240, 240, 240, 60] },
    ],
    filer: 'second',
  },
  {
    fileNumber: 'DEMO-0405-01',
    office: '053',
    since: 25,
    then: [{ ago: 4, programme: 'socialSolidarity' }],
    adults: [
      {
        id: 'odette',
        givenName: 'Odette',
        familyName: 'Calque',
        birthDate: '1976-03-17',
        constraint: 'severe',
        constraintFrom: 4,
        story: {
          fr: 'Est passée à la solidarité sociale il y a quatre mois. Depuis, plus rien à produire.',
          en: 'Moved to Social Solidarity four months ago. Since then, she has nothing to file.',
        },
      },
    ],
    address: { street: '27, rue du Calque', unit: '1', city: 'Québec', postalCode: 'G1G 1X5' },
    life: [{ what: 'health', ago: 5, day: 4, change: 'newConstraint' }],
  },
  {
    fileNumber: 'DEMO-0406-01',
    office: '065',
    since: 15,
    adults: [
      {
        id: 'patrice',
        givenName: 'Patrice',
        familyName: 'Doublure',
        birthDate: '1987-07-29',
        constraint: 'temporary',
        constraintTo: 2,
        story: {
          fr: 'Va mieux : sa contrainte temporaire a pris fin il y a deux mois. Sa prestation a baissé.',
          en: 'Is better: his temporary constraint ended two months ago. His benefit went down.',
        },
      },
    ],
    address: { street: '44, rue de la Doublure', city: 'La Tuque', postalCode: 'G9X 1X6' },
    life: [{ what: 'health', ago: 2, day: 2, change: 'constraintEnded' }],
    now: 'sent',
  },
  {
    fileNumber: 'DEMO-0407-01',
    office: '044',
    since: 12,
    adults: [
      {
        id: 'quitterie',
        givenName: 'Quitterie',
        familyName: 'Figurant',
        birthDate: '1999-04-04',
        constraint: 'temporary',
        constraintFrom: 2,
        story: {
          fr: 'Attend un enfant. Elle l’a dit dans sa déclaration d’il y a trois mois.',
          en: 'Is expecting a child. She said so in her statement of three months ago.',
        },
      },
    ],
    address: { street: '13, rue du Figurant', city: 'Victoriaville', postalCode: 'G6P 1X7' },
    life: [{ what: 'health', ago: 3, day: 3, change: 'pregnancy' }],
  },
  {
    fileNumber: 'DEMO-0408-01',
    office: '049',
    since: 27,
    adults: [
      {
        id: 'raymonde',
        givenName: 'Raymonde',
        familyName: 'Personnage',
        birthDate: '1965-08-16',
        constraint: 'temporary',
        story: {
          fr: 'Vit aux Îles avec Serge. Les deux ont une contrainte temporaire.',
          en: 'Lives on the Islands with Serge. Both have a temporary constraint.',
        },
      },
      {
        id: 'serge',
        givenName: 'Serge',
        familyName: 'Personnage',
        birthDate: '1963-02-28',
        constraint: 'temporary',
        story: {
          fr: 'S’est absenté deux semaines pour des soins à Québec. Raymonde l’a déclaré.',
          en: 'Was away two weeks for care in Québec City. Raymonde said so in the statement.',
        },
      },
    ],
    address: { street: '2, chemin du Personnage', city: 'Les Îles-de-la-Madeleine', postalCode: 'G4T 1X8' },
    life: [
      {
        what: 'absence',
        who: 1,
        ago: 4,
        leftDay: 6,
        backDay: 20,
        place: 'Québec',
        reason: 'Des soins à l’hôpital',
      },
    ],
  },
]
