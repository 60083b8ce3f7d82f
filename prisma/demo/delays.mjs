// @ts-check

/** @type {readonly import('./household').DemoHousehold[]} */
export const delays = [
  {
    fileNumber: 'DEMO-0005-05',
    office: '002',
    since: 1,
    adults: [
      {
        id: 'fanny',
        givenName: 'Fanny',
        familyName: 'Témoin',
        birthDate: '1968-02-17',
        language: 'en',
        story: {
          fr: 'Sort de l’hôpital. Son bureau lui a accordé plus de temps ce mois-ci.',
          en: 'Is just out of hospital. Her office gave her more time this month.',
        },
      },
    ],
    address: { street: '5, rue du Témoin', city: 'Amos', postalCode: 'J9T 1X5' },
    extensions: [
      {
        ago: 0,
        day: 24,
        scope: 'household',
        reason: { fr: 'Vous étiez à l’hôpital.', en: 'You were in hospital.' },
      },
    ],
  },
  {
    fileNumber: 'DEMO-0601-01',
    office: '047',
    since: 19,
    adults: [
      {
        id: 'beatrice',
        givenName: 'Béatrice',
        familyName: 'Imaginaire',
        birthDate: '1993-01-26',
        story: {
          fr: 'N’a rien produit depuis trois mois. Elle peut rattraper les trois déclarations.',
          en: 'Has filed nothing for three months. She can catch up the three statements.',
        },
        contact: { notifyBy: 'text' },
      },
    ],
    address: { street: '59, rue Imaginaire', unit: '2', city: 'Val-d’Or', postalCode: 'J9P 1X1' },
    missing: [3, 2, 1],
  },
  {
    fileNumber: 'DEMO-0602-01',
    office: '010',
    since: 22,
    adults: [
      {
        id: 'cedric',
        givenName: 'Cédric',
        familyName: 'Pastiche',
        birthDate: '1981-08-13',
        story: {
          fr: 'Est en deuil. Son bureau lui laisse deux semaines de plus ce mois-ci.',
          en: 'Is in mourning. His office gives him two more weeks this month.',
        },
      },
    ],
    address: { street: '101, rue du Pastiche', city: 'Gaspé', postalCode: 'G4X 1X2' },
    extensions: [
      {
        ago: 0,
        day: 28,
        scope: 'household',
        reason: { fr: 'Vous avez perdu un proche.', en: 'You lost someone close to you.' },
      },
    ],
  },
  {
    fileNumber: 'DEMO-0603-01',
    office: '100',
    since: 17,
    adults: [
      {
        id: 'daisy',
        givenName: 'Daisy',
        familyName: 'Anecdote',
        birthDate: '1986-04-30',
        language: 'en',
        story: {
          fr: 'Vit à Kuujjuaq. Le blizzard a coupé les communications : tout le bureau a plus de temps.',
          en: 'Lives in Kuujjuaq. The blizzard cut communications: the whole office has more time.',
        },
      },
    ],
    children: [{ givenName: 'Camomille', age: 8, birthday: '02-09' }],
    address: { street: '6, rue de l’Anecdote', city: 'Kuujjuaq', postalCode: 'J0M 1X0' },
    life: [
      { what: 'job', employer: 'Coopérative Fabuleuse', from: 10, net: [350, 362.1, 340], estimated: true },
    ],
    extensions: [
      {
        ago: 0,
        day: 25,
        scope: 'office',
        reason: {
          fr: 'Le blizzard a coupé les communications.',
          en: 'The blizzard cut communications.',
        },
      },
    ],
  },
  {
    fileNumber: 'DEMO-0604-01',
    office: '074',
    since: 24,
    adults: [
      {
        id: 'etienne',
        givenName: 'Étienne',
        familyName: 'Allégorie',
        birthDate: '1979-12-08',
        story: {
          fr: 'A produit en retard il y a cinq mois et en a dit la raison. Depuis, tout est à l’heure.',
          en: 'Filed late five months ago and said why. Everything has been on time since.',
        },
      },
    ],
    address: { street: '39, rue de l’Allégorie', city: 'Saint-Georges', postalCode: 'G5Y 1X4' },
    late: [
      { ago: 5, day: 23, reason: 'Mon téléphone était brisé et je n’avais pas d’autre moyen de produire.' },
    ],
    now: 'sent',
  },
  {
    fileNumber: 'DEMO-0605-01',
    office: '104',
    since: 26,
    adults: [
      {
        id: 'florence',
        givenName: 'Florence',
        familyName: 'Charade',
        birthDate: '1974-06-14',
        story: {
          fr: 'Est en cure fermée. Son bureau la dispense de produire pendant trois mois.',
          en: 'Is in residential treatment. Her office spares her from filing for three months.',
        },
      },
    ],
    address: { street: '15, rue de la Charade', city: 'Coaticook', postalCode: 'J1A 1X5' },
    decisions: [{ from: 2, to: 0, files: 'whenChanged', reason: 'Séjour en centre de traitement' }],
  },
  {
    fileNumber: 'DEMO-0606-01',
    office: '089',
    since: 35,
    adults: [
      {
        id: 'gustave',
        givenName: 'Gustave',
        familyName: 'Devinette',
        birthDate: '1968-10-22',
        story: {
          fr: 'Pêche à la saison. Il a corrigé deux déclarations, et déjà produit celle du mois.',
          en: 'Fishes in season. He corrected two statements, and has filed this month’s.',
        },
      },
    ],
    address: { street: '1, rue de la Devinette', city: 'Havre-Saint-Pierre', postalCode: 'G0G 1X6' },
    life: [{ what: 'job', employer: 'Pêcherie Mythique', from: 7, to: 3, net: [610, 745.2, 688, 570, 90] }],
    corrections: [
      { ago: 7, forgot: 'work', reason: 'J’ai reçu ma première paye après avoir produit.' },
      { ago: 5, forgot: 'work', reason: 'Le montant de mon relevé était différent.' },
    ],
    now: 'sent',
  },
]
