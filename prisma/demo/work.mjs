// @ts-check

/** @type {readonly import('./household').DemoHousehold[]} */
export const work = [
  {
    fileNumber: 'DEMO-0501-01',
    office: '250',
    since: 20,
    adults: [
      {
        id: 'therese',
        givenName: 'Thérèse',
        familyName: 'Variante',
        birthDate: '1981-05-08',
        story: {
          fr: 'A deux emplois à temps partiel. Son bureau est géré par la Ville de Montréal.',
          en: 'Has two part-time jobs. Her office is run by the City of Montréal.',
        },
      },
    ],
    address: { street: '300, rue de la Variante', unit: '14', city: 'Montréal', postalCode: 'H1L 1X1' },
    life: [
      { what: 'job', employer: 'Boulangerie Fictive', from: 10, net: [288.4, 302, 275.9], estimated: true },
      { what: 'job', employer: 'Ménage Exemplaire', from: 5, net: [96, 128] },
    ],
  },
  {
    fileNumber: 'DEMO-0502-01',
    office: '277',
    since: 23,
    adults: [
      {
        id: 'ulric',
        givenName: 'Ulric',
        familyName: 'Parenthèse',
        birthDate: '1990-02-25',
        story: {
          fr: 'Répare des vélos à son compte. Il estime son revenu net, puis le confirme.',
          en: 'Repairs bicycles on his own account. He estimates his net income, then confirms it.',
        },
        contact: { notifyBy: 'text' },
      },
    ],
    address: { street: '4600, rue de la Parenthèse', unit: '3', city: 'Montréal', postalCode: 'H2J 1X2' },
    life: [
      {
        what: 'ownActivity',
        activity: 'Réparation de vélos',
        from: 9,
        net: [85.2, 240, 410.5, 365, 190.75, 60],
        estimated: true,
      },
    ],
  },
  {
    fileNumber: 'DEMO-0503-01',
    office: '006',
    since: 29,
    adults: [
      {
        id: 'violette',
        givenName: 'Violette',
        familyName: 'Alinéa',
        birthDate: '1978-12-30',
        story: {
          fr: 'Son emploi a pris fin il y a quatre mois. L’assurance-emploi a suivi.',
          en: 'Her job ended four months ago. Employment insurance followed.',
        },
      },
    ],
    address: { street: '71, rue de l’Alinéa', city: 'Laval', postalCode: 'H7G 1X3' },
    life: [
      { what: 'job', employer: 'Librairie Imaginée', from: 11, to: 4, net: [440, 452.3, 431] },
      { what: 'income', kind: 'employmentInsurance', from: 3, monthly: [396] },
    ],
  },
  {
    fileNumber: 'DEMO-0504-01',
    office: '266',
    since: 18,
    fluctuatingIncome: true,
    adults: [
      {
        id: 'wassim',
        givenName: 'Wassim',
        familyName: 'Astérisque',
        birthDate: '1985-09-01',
        story: {
          fr: 'Travaille sur appel : ses heures changent chaque mois. Il a corrigé sa dernière déclaration.',
          en: 'Works on call: his hours change each month. He corrected his last statement.',
        },
      },
    ],
    address: { street: '7100, avenue de l’Astérisque', unit: '6', city: 'Montréal', postalCode: 'H3N 1X4' },
    life: [{ what: 'job', employer: 'Agence Hypothétique', from: 11, net: [210, 405.6, 88.25, 530, 312.4] }],
    corrections: [{ ago: 1, forgot: 'work', reason: 'J’avais oublié de mettre ma nouvelle paye.' }],
  },
  {
    fileNumber: 'DEMO-0505-01',
    office: '024',
    since: 14,
    adults: [
      {
        id: 'xenia',
        givenName: 'Xénia',
        familyName: 'Guillemet',
        birthDate: '1988-06-21',
        story: {
          fr: 'Travaille le jour, et Yvan le soir. Ensemble, ils déclarent trois emplois.',
          en: 'Works during the day, and Yvan in the evening. Together they report three jobs.',
        },
      },
      {
        id: 'yvan',
        givenName: 'Yvan',
        familyName: 'Guillemet',
        birthDate: '1986-10-03',
        story: {
          fr: 'A commencé un deuxième emploi il y a deux mois. Il l’a signalé le jour même.',
          en: 'Began a second job two months ago. He reported it right away.',
        },
      },
    ],
    children: [{ givenName: 'Romarin', age: 10, birthday: '07-14' }],
    address: { street: '25, rue du Guillemet', city: 'Châteauguay', postalCode: 'J6J 1X5' },
    life: [
      { what: 'job', who: 0, employer: 'Fleuriste Illusoire', from: 10, net: [260, 275] },
      { what: 'job', who: 1, employer: 'Cinéma Fantôme', from: 8, net: [198.6, 205, 187.2], estimated: true },
      { what: 'job', told: 'change', who: 1, employer: 'Stationnement Fictif', from: 2, net: [150] },
    ],
    filer: 'inTurn',
  },
  {
    fileNumber: 'DEMO-0506-01',
    office: '027',
    since: 31,
    programme: 'socialSolidarity',
    fluctuatingIncome: true,
    adults: [
      {
        id: 'zoe',
        givenName: 'Zoé',
        familyName: 'Apostrophe',
        birthDate: '1983-03-03',
        constraint: 'severe',
        story: {
          fr: 'Reçoit la solidarité sociale, et ses revenus varient. Son bureau lui demande de produire chaque mois.',
          en: 'Receives Social Solidarity, and her income varies. Her office asks her to file each month.',
        },
      },
    ],
    address: { street: '16, rue de l’Apostrophe', city: 'Rouyn-Noranda', postalCode: 'J9X 1X6' },
    life: [
      {
        what: 'ownActivity',
        activity: 'Bijoux faits à la main',
        from: 6,
        net: [45, 120.5, 15, 88],
        estimated: true,
      },
    ],
    decisions: [{ from: 6, to: 0, files: 'always', reason: 'Revenus qui varient d’un mois à l’autre' }],
  },
  {
    fileNumber: 'DEMO-0507-01',
    office: '043',
    since: 32,
    adults: [
      {
        id: 'alban',
        givenName: 'Alban',
        familyName: 'Paragraphe',
        birthDate: '1975-11-11',
        story: {
          fr: 'Blessé au travail, il a reçu une indemnité cinq mois, puis a repris un emploi.',
          en: 'Hurt at work, he had compensation for five months, then went back to a job.',
        },
      },
    ],
    address: { street: '88, rue du Paragraphe', city: 'Salaberry-de-Valleyfield', postalCode: 'J6T 1X7' },
    life: [
      { what: 'income', kind: 'workAccident', from: 9, to: 5, monthly: [512.8] },
      { what: 'job', employer: 'Garage Irréel', from: 3, net: [395, 418.25, 402] },
    ],
    now: 'sent',
  },
]
