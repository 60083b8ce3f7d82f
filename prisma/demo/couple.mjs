// @ts-check

/** @type {readonly import('./household').DemoHousehold[]} */
export const couple = [
  {
    fileNumber: 'DEMO-0201-01',
    office: '029',
    since: 28,
    adults: [
      {
        id: 'paul',
        givenName: 'Paul',
        familyName: 'Hypothèse',
        birthDate: '1971-04-05',
        story: {
          fr: 'Vit avec Rita. Chacun son tour, un mois sur deux, ils produisent la déclaration.',
          en: 'Lives with Rita. They take turns filing the statement, one month out of two.',
        },
      },
      {
        id: 'rita',
        givenName: 'Rita',
        familyName: 'Hypothèse',
        birthDate: '1974-09-30',
        story: {
          fr: 'Vit avec Paul. Elle confirme ce qu’il produit, et lui ce qu’elle produit.',
          en: 'Lives with Paul. She confirms what he files, and he confirms what she files.',
        },
      },
    ],
    address: { street: '5, rue de l’Hypothèse', city: 'Rimouski', postalCode: 'G5L 1X1' },
    filer: 'inTurn',
  },
  {
    fileNumber: 'DEMO-0202-01',
    office: '132',
    since: 8,
    spouseOfStudent: true,
    adults: [
      {
        id: 'samia',
        givenName: 'Samia',
        familyName: 'Illustration',
        birthDate: '1995-06-18',
        story: {
          fr: 'Son conjoint étudie à temps plein. Sa prestation est celle d’une conjointe d’étudiant.',
          en: 'Her spouse studies full time. Her benefit is that of a student’s spouse.',
        },
      },
      {
        id: 'tarek',
        givenName: 'Tarek',
        familyName: 'Illustration',
        birthDate: '1993-11-25',
        story: {
          fr: 'Étudie au cégep à temps plein. Samia produit, il confirme.',
          en: 'Studies full time at a CEGEP. Samia files, he confirms.',
        },
      },
    ],
    address: { street: '77, avenue de l’Image', unit: '204', city: 'Québec', postalCode: 'G1V 1X7' },
    life: [
      { what: 'studies', who: 1, ago: 3, day: 2, change: 'started', level: 'college', fullTime: true },
      { what: 'job', who: 0, employer: 'Nettoyage Fictif', from: 6, net: [140, 155.5, 150] },
    ],
  },
  {
    fileNumber: 'DEMO-0203-01',
    office: '020',
    since: 19,
    adults: [
      {
        id: 'ugo',
        givenName: 'Ugo',
        familyName: 'Inventé',
        birthDate: '1982-02-14',
        story: {
          fr: 'A produit la déclaration du mois dernier. Viviane a dit qu’elle n’était pas d’accord.',
          en: 'Filed last month’s statement. Viviane said that she did not agree.',
        },
      },
      {
        id: 'viviane',
        givenName: 'Viviane',
        familyName: 'Inventé',
        birthDate: '1985-07-07',
        story: {
          fr: 'N’est pas d’accord avec la dernière déclaration : il y manque une semaine de sa paye.',
          en: 'Does not agree with the last statement: a week of her pay is missing.',
        },
      },
    ],
    address: { street: '31, rue de l’Invention', city: 'Lévis', postalCode: 'G6V 1X2' },
    life: [{ what: 'job', who: 1, employer: 'Traiteur Imaginaire', from: 4, net: [310, 325.75, 290] }],
    disagrees: { ago: 1, note: 'Il manque ma dernière semaine chez le traiteur.' },
  },
  {
    fileNumber: 'DEMO-0204-01',
    office: '117',
    since: 18,
    adults: [
      {
        id: 'william',
        givenName: 'William',
        familyName: 'Fiction',
        birthDate: '1988-08-21',
        story: {
          fr: 'Xavier vit avec lui depuis quatre mois. Ses déclarations d’avant restent les siennes.',
          en: 'Xavier has lived with him for four months. His earlier statements stay his own.',
        },
      },
      {
        id: 'xavier',
        givenName: 'Xavier',
        familyName: 'Fiction',
        birthDate: '1990-12-12',
        came: { ago: 4, day: 3 },
        story: {
          fr: 'Vit avec William depuis quatre mois. Il ne voit rien de ce qui précède son arrivée.',
          en: 'Has lived with William for four months. He sees nothing from before he came.',
        },
      },
    ],
    address: { street: '8, rue du Roman', unit: '5', city: 'Gatineau', postalCode: 'J8X 1X3' },
    life: [{ what: 'people', ago: 4, day: 3, change: 'spouseArrived', name: 'Xavier Fiction' }],
  },
  {
    fileNumber: 'DEMO-0205-01',
    office: '011',
    since: 13,
    adults: [
      {
        id: 'yasmine',
        givenName: 'Yasmine',
        familyName: 'Simulacre',
        birthDate: '1992-01-09',
        story: {
          fr: 'Son conjoint a commencé la déclaration du mois et ne l’a pas envoyée.',
          en: 'Her spouse began this month’s statement and has not sent it.',
        },
      },
      {
        id: 'zachary',
        givenName: 'Zachary',
        familyName: 'Simulacre',
        birthDate: '1991-05-04',
        story: {
          fr: 'A commencé la déclaration du mois : il peut la reprendre où il l’a laissée.',
          en: 'Has begun this month’s statement: he can take it up where he left it.',
        },
      },
    ],
    address: { street: '66, rue du Reflet', city: 'Granby', postalCode: 'J2G 1X4' },
    begun: 'zachary',
    unconfirmed: [1],
  },
]
