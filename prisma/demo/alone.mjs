// @ts-check

/** @type {readonly import('./household').DemoHousehold[]} */
export const alone = [
  {
    fileNumber: 'DEMO-0001-01',
    office: '009',
    since: 8,
    adults: [
      {
        id: 'adele',
        givenName: 'Adèle',
        familyName: 'Exemple',
        birthDate: '1987-05-14',
        story: {
          fr: 'Vit seule et travaille quelques heures par semaine. Le mois dernier, elle a estimé sa paye : le portail lui demande de la confirmer.',
          en: 'Lives alone and works a few hours a week. Last month she estimated her pay: the portal asks her to confirm it.',
        },
      },
    ],
    address: { street: '1, rue de l’Exemple', city: 'Drummondville', postalCode: 'J2B 1X1' },
    life: [{ what: 'job', employer: 'Café Imaginaire', from: 2, net: [380, 400], estimated: true }],
    day: 12,
  },
  {
    fileNumber: 'DEMO-0008-08',
    office: '009',
    since: 0,
    livesWithParents: true,
    adults: [
      {
        id: 'irene',
        givenName: 'Irène',
        familyName: 'Brouillon',
        birthDate: '2004-09-23',
        story: {
          fr: 'Vit chez sa mère. Elle a déjà produit sa déclaration du mois, puis l’a corrigée.',
          en: 'Lives with her mother. She has filed this month’s statement, then corrected it.',
        },
      },
    ],
    address: { street: '8, rue de la Correction', city: 'Drummondville', postalCode: 'J2B 1X8' },
    life: [{ what: 'job', employer: 'Ferme Inventée', from: 0, net: [115.4] }],
    corrections: [{ ago: 0, forgot: 'work', reason: 'J’avais oublié une journée de travail.' }],
    now: 'sent',
    day: 3,
  },
  {
    fileNumber: 'DEMO-0101-01',
    office: '042',
    since: 30,
    adults: [
      {
        id: 'gilles',
        givenName: 'Gilles',
        familyName: 'Maquette',
        birthDate: '1979-03-11',
        story: {
          fr: 'Vit seul. Rien ne change d’un mois à l’autre : sa déclaration prend une minute.',
          en: 'Lives alone. Nothing changes from one month to the next: his statement takes a minute.',
        },
      },
    ],
    address: { street: '12, rue des Exemples', city: 'Trois-Rivières', postalCode: 'G8T 1X1' },
  },
  {
    fileNumber: 'DEMO-0102-01',
    office: '098',
    since: 14,
    livesWithParents: true,
    adults: [
      {
        id: 'jade',
        givenName: 'Jade',
        familyName: 'Spécimen',
        birthDate: '2005-02-20',
        story: {
          fr: 'Vit chez son père. Elle a travaillé tout l’été dans une crèmerie.',
          en: 'Lives with her father. She worked all summer at an ice cream shop.',
        },
        contact: { notifyBy: 'text' },
      },
    ],
    address: { street: '34, rue du Brouillon', city: 'Sherbrooke', postalCode: 'J1H 1X2' },
    life: [{ what: 'job', employer: 'Crèmerie Supposée', from: 5, to: 3, net: [412, 538.4, 120] }],
  },
  {
    fileNumber: 'DEMO-0103-01',
    office: '035',
    since: 22,
    livesWithParents: true,
    then: [{ ago: 4, livesWithParents: false }],
    adults: [
      {
        id: 'kevin',
        givenName: 'Kevin',
        familyName: 'Échantillon',
        birthDate: '2002-08-08',
        story: {
          fr: 'A quitté la maison de sa mère il y a quatre mois. Sa prestation a monté le mois suivant.',
          en: 'Left his mother’s home four months ago. His benefit rose the month after.',
        },
      },
    ],
    address: { street: '7, rue de l’Épreuve', unit: '3', city: 'Saint-Jérôme', postalCode: 'J5L 1X3' },
    life: [{ what: 'move', told: 'change', ago: 4, day: 1, tenure: 'tenant', rent: 640 }],
    now: 'sent',
  },
  {
    fileNumber: 'DEMO-0104-01',
    office: '012',
    since: 40,
    subsidisedDwelling: true,
    adults: [
      {
        id: 'lorraine',
        givenName: 'Lorraine',
        familyName: 'Ébauche',
        birthDate: '1964-05-27',
        story: {
          fr: 'A 62 ans et vit dans un logement subventionné. Une petite rente s’ajoute depuis huit mois.',
          en: 'Is 62 and lives in subsidised housing. A small pension has come in for eight months.',
        },
      },
    ],
    address: { street: '90, avenue du Modèle', city: 'Baie-Comeau', postalCode: 'G4Z 1X4' },
    life: [{ what: 'income', kind: 'pension', from: 8, monthly: [118.62] }],
  },
  {
    fileNumber: 'DEMO-0105-01',
    office: '028',
    since: 2,
    adults: [
      {
        id: 'mathis',
        givenName: 'Mathis',
        familyName: 'Esquisse',
        birthDate: '1998-12-03',
        story: {
          fr: 'Reçoit l’aide depuis deux mois. Il découvre la déclaration mensuelle.',
          en: 'Has been on assistance for two months. The monthly statement is new to him.',
        },
        contact: { notifyBy: 'text' },
      },
    ],
    address: { street: '215, rue de l’Essai', unit: '12', city: 'Québec', postalCode: 'G1K 1X5' },
    life: [{ what: 'savings', ago: 2, held: 640.15, details: null }],
  },
  {
    fileNumber: 'DEMO-0106-01',
    office: '038',
    since: 36,
    then: [{ ago: 6, recovery: 56 }],
    adults: [
      {
        id: 'nicole',
        givenName: 'Nicole',
        familyName: 'Factice',
        birthDate: '1973-10-16',
        story: {
          fr: 'Rembourse une dette : 56 $ sont retenus chaque mois. Sa sœur lui a fait un cadeau en été.',
          en: 'Is repaying a debt: $56 is withheld each month. Her sister gave her a gift in the summer.',
        },
      },
    ],
    address: { street: '48, rue du Prototype', city: 'Shawinigan', postalCode: 'G9N 1X6' },
    life: [{ what: 'income', kind: 'gift', from: 4, to: 4, monthly: [150] }],
  },
  {
    fileNumber: 'DEMO-0107-01',
    office: '121',
    since: 26,
    adults: [
      {
        id: 'oliver',
        givenName: 'Oliver',
        familyName: 'Gabarit',
        birthDate: '1969-01-22',
        language: 'en',
        story: {
          fr: 'Écrit en anglais. Il loue une chambre depuis neuf mois, puis une deuxième depuis trois mois.',
          en: 'Writes in English. He has rented out a room for nine months, and a second one for three.',
        },
      },
    ],
    address: { street: '1500, chemin du Gabarit', city: 'Huntingdon', postalCode: 'J0S 1X0' },
    life: [
      { what: 'income', kind: 'roomAndBoard', from: 9, monthly: [375] },
      { what: 'income', kind: 'roomAndBoard', from: 3, monthly: [350] },
    ],
    now: 'sent',
  },
]
