// @ts-check

/** @type {readonly import('./household').DemoHousehold[]} */
export const children = [
  {
    fileNumber: 'DEMO-0002-02',
    office: '009',
    since: 8,
    adults: [
      {
        id: 'bruno',
        givenName: 'Bruno',
        familyName: 'Modèle',
        birthDate: '1984-11-02',
        story: {
          fr: 'Vit avec Camille et deux enfants. L’un ou l’autre peut produire la déclaration du ménage.',
          en: 'Lives with Camille and two children. Either of them can file the household’s statement.',
        },
      },
      {
        id: 'camille',
        givenName: 'Camille',
        familyName: 'Modèle',
        birthDate: '1990-03-27',
        constraint: 'temporary',
        story: {
          fr: 'Bruno a produit la déclaration du mois dernier. On demande à Camille de la confirmer.',
          en: 'Bruno filed last month’s statement. Camille is asked to confirm it.',
        },
      },
    ],
    children: [
      { givenName: 'Olive', age: 13, birthday: '08-19' },
      { givenName: 'Pruneau', age: 7, birthday: '01-30' },
    ],
    address: { street: '2, rue du Modèle', city: 'Drummondville', postalCode: 'J2B 1X2' },
    unconfirmed: [1],
    day: 8,
  },
  {
    fileNumber: 'DEMO-0003-03',
    office: '009',
    since: 3,
    adults: [
      {
        id: 'dalia',
        givenName: 'Dalia',
        familyName: 'Essai',
        birthDate: '1996-07-08',
        constraint: 'temporary',
        story: {
          fr: 'Élève seule un enfant de trois ans. Deux déclarations manquent : elle peut les produire maintenant.',
          en: 'Raises a three-year-old alone. Two statements are missing: she can file them now.',
        },
      },
    ],
    children: [{ givenName: 'Mimosa', age: 3, birthday: '04-12' }],
    address: { street: '3, rue de l’Essai', city: 'Drummondville', postalCode: 'J2B 1X3' },
    missing: [2, 1],
  },
  {
    fileNumber: 'DEMO-0301-01',
    office: '075',
    since: 33,
    adults: [
      {
        id: 'aicha',
        givenName: 'Aïcha',
        familyName: 'Supposé',
        birthDate: '1984-04-19',
        story: {
          fr: 'Élève seule deux enfants. Elle reçoit une pension alimentaire depuis dix mois.',
          en: 'Raises two children alone. She has received child support for ten months.',
        },
      },
    ],
    children: [
      { givenName: 'Cannelle', age: 13, birthday: '03-02' },
      { givenName: 'Sésame', age: 9, birthday: '06-24' },
    ],
    address: { street: '410, rue de la Supposition', unit: '2', city: 'Gatineau', postalCode: 'J8P 1X5' },
    life: [{ what: 'income', kind: 'childSupport', from: 10, monthly: [480] }],
  },
  {
    fileNumber: 'DEMO-0302-01',
    office: '005',
    since: 16,
    adults: [
      {
        id: 'benoit',
        givenName: 'Benoît',
        familyName: 'Virtuel',
        birthDate: '1994-10-28',
        story: {
          fr: 'Élève seul une fille de trois ans. Il estime sa paye, puis la confirme le mois suivant.',
          en: 'Raises a three-year-old girl alone. He estimates his pay, then confirms it the next month.',
        },
      },
    ],
    children: [{ givenName: 'Framboise', age: 3, birthday: '01-05' }],
    address: { street: '19, rue de l’Écran', city: 'Saguenay', postalCode: 'G7H 1X6' },
    life: [
      {
        what: 'job',
        employer: 'Dépanneur Virtuel',
        from: 7,
        net: [262, 301.35, 244.8, 318],
        estimated: true,
      },
    ],
  },
  {
    fileNumber: 'DEMO-0303-01',
    office: '077',
    since: 24,
    adults: [
      {
        id: 'chloe',
        givenName: 'Chloé',
        familyName: 'Chimère',
        birthDate: '1986-03-23',
        story: {
          fr: 'Vit avec David et trois enfants. Elle confirme les déclarations qu’il produit.',
          en: 'Lives with David and three children. She confirms the statements he files.',
        },
      },
      {
        id: 'david',
        givenName: 'David',
        familyName: 'Chimère',
        birthDate: '1983-09-15',
        story: {
          fr: 'Travaille sur appel dans un entrepôt. Il estime ses heures et produit pour la famille.',
          en: 'Works on call in a warehouse. He estimates his hours and files for the family.',
        },
      },
    ],
    children: [
      { givenName: 'Tournesol', age: 14, birthday: '01-17' },
      { givenName: 'Basilic', age: 12, birthday: '04-09' },
      { givenName: 'Menthe', age: 7, birthday: '08-30' },
    ],
    address: { street: '1020, boulevard de la Chimère', city: 'Longueuil', postalCode: 'J4G 1X7' },
    life: [
      {
        what: 'job',
        who: 1,
        employer: 'Entrepôt Chimérique',
        from: 9,
        net: [520, 610.2, 455, 700.45],
        estimated: true,
      },
    ],
    filer: 'second',
  },
  {
    fileNumber: 'DEMO-0304-01',
    office: '139',
    since: 17,
    adults: [
      {
        id: 'elsa',
        givenName: 'Elsa',
        familyName: 'Mirage',
        birthDate: '1997-05-31',
        story: {
          fr: 'A eu un bébé il y a cinq mois. Elle reçoit des prestations parentales depuis.',
          en: 'Had a baby five months ago. She has received parental benefits since then.',
        },
      },
      {
        id: 'farid',
        givenName: 'Farid',
        familyName: 'Mirage',
        birthDate: '1996-02-02',
        story: {
          fr: 'Père d’un bébé de cinq mois. Il n’a pas encore confirmé la dernière déclaration.',
          en: 'Father of a five-month-old baby. He has not confirmed the last statement yet.',
        },
      },
    ],
    children: [{ givenName: 'Pistache', born: { ago: 5, day: 2 } }],
    address: { street: '3, rue de l’Oasis', unit: '8', city: 'Terrebonne', postalCode: 'J6W 1X8' },
    life: [
      { what: 'people', ago: 5, day: 2, change: 'childArrived', name: 'Pistache Mirage' },
      { what: 'income', kind: 'parentalInsurance', from: 5, monthly: [730] },
    ],
    unconfirmed: [1],
  },
  {
    fileNumber: 'DEMO-0305-01',
    office: '033',
    since: 45,
    adults: [
      {
        id: 'gabrielle',
        givenName: 'Gabrielle',
        familyName: 'Utopie',
        birthDate: '1980-07-13',
        story: {
          fr: 'Son fils aîné est parti vivre ailleurs il y a trois mois. Sa fille est encore avec elle.',
          en: 'Her elder son went to live elsewhere three months ago. Her daughter is still with her.',
        },
      },
    ],
    children: [
      { givenName: 'Safran', age: 17, birthday: '02-11', left: { ago: 3, day: 2 } },
      { givenName: 'Muscade', age: 12, birthday: '01-30' },
    ],
    address: { street: '55, rue de l’Île', city: 'Saint-Hyacinthe', postalCode: 'J2S 1X9' },
    life: [{ what: 'people', told: 'change', ago: 3, day: 2, change: 'childLeft', name: 'Safran Utopie' }],
    now: 'sent',
  },
  {
    fileNumber: 'DEMO-0306-01',
    office: '014',
    since: 11,
    adults: [
      {
        id: 'hugo',
        givenName: 'Hugo',
        familyName: 'Énigme',
        birthDate: '1989-10-10',
        story: {
          fr: 'Suit une mesure d’emploi et reçoit une allocation. Il vit avec Inès et un enfant.',
          en: 'Is in an employment measure and receives an allowance. He lives with Inès and a child.',
        },
      },
      {
        id: 'ines',
        givenName: 'Inès',
        familyName: 'Énigme',
        birthDate: '1991-08-26',
        story: {
          fr: 'Garde un enfant à la maison. Elle confirme ce que Hugo produit.',
          en: 'Looks after a child at home. She confirms what Hugo files.',
        },
      },
    ],
    children: [{ givenName: 'Réglisse', age: 5, birthday: '05-05' }],
    address: { street: '140, rue de la Devinette', city: 'Joliette', postalCode: 'J6E 1X0' },
    life: [{ what: 'income', who: 0, kind: 'trainingAllowance', from: 6, monthly: [240] }],
  },
]
