// @ts-check

/** @type {readonly import('./household').DemoPerson[]} */
export const representatives = [
  {
    id: 'norbert',
    givenName: 'Norbert',
    familyName: 'Mandataire',
    birthDate: '1960-03-14',
    story: {
      fr: 'Administre l’aide de Kathleen : il lit et produit pour elle, en son propre nom.',
      en: 'Administers Kathleen’s assistance: he reads and files for her, under his own name.',
    },
  },
  {
    id: 'odile',
    givenName: 'Odile',
    familyName: 'Entraide',
    birthDate: '1982-09-27',
    story: {
      fr: 'Aide Lucien dans un organisme de quartier : elle lit son dossier, sans rien y écrire.',
      en: 'Helps Lucien at a community organisation: she reads his file and writes nothing in it.',
    },
  },
  {
    id: 'prune',
    givenName: 'Prune',
    familyName: 'Procuration',
    birthDate: '1990-07-19',
    story: {
      fr: 'Avait la procuration de Marguerite, qui l’a retirée. Elle ne voit plus rien du dossier.',
      en: 'Held Marguerite’s power of attorney, now withdrawn. She sees nothing of the file any more.',
    },
  },
]

/** @type {readonly import('./household').DemoHousehold[]} */
export const delicate = [
  {
    fileNumber: 'DEMO-0006-06',
    office: '009',
    since: 2,
    adults: [
      {
        id: 'gaspard',
        givenName: 'Gaspard',
        familyName: 'Prototype',
        birthDate: '1979-06-30',
        story: {
          fr: 'S’est séparé d’Hélène le mois dernier. Il garde ce qui a été produit pendant leur vie commune.',
          en: 'Separated from Hélène last month. He keeps what was filed while they lived together.',
        },
      },
      {
        id: 'helene',
        givenName: 'Hélène',
        familyName: 'Prototype',
        birthDate: '1981-01-11',
        left: { ago: 1, day: 20 },
        story: {
          fr: 'A son propre dossier depuis la séparation. Gaspard n’y voit rien.',
          en: 'Has had her own file since the separation. Gaspard sees nothing of it.',
        },
      },
    ],
    address: { street: '6, rue du Prototype', city: 'Drummondville', postalCode: 'J2B 1X6' },
    day: 6,
  },
  {
    fileNumber: 'DEMO-0007-07',
    office: '002',
    since: 0,
    adults: [
      {
        id: 'helene',
        givenName: 'Hélène',
        familyName: 'Prototype',
        birthDate: '1981-01-11',
        came: { ago: 1, day: 20 },
        story: {
          fr: 'A son propre dossier depuis la séparation. Gaspard n’y voit rien.',
          en: 'Has had her own file since the separation. Gaspard sees nothing of it.',
        },
      },
    ],
    address: { street: '7, rue du Départ', city: 'Amos', postalCode: 'J9T 1X7' },
  },
  {
    fileNumber: 'DEMO-0701-01',
    office: '259',
    since: 9,
    adults: [
      {
        id: 'hortense',
        givenName: 'Hortense',
        familyName: 'Mannequin',
        birthDate: '1992-11-02',
        story: {
          fr: 'Son adresse est protégée. Elle a demandé qu’on ne lui écrive pas.',
          en: 'Her address is protected. She asked that nobody write to her.',
        },
        contact: { notifyBy: 'none', safeNote: 'Ne pas laisser de message. Appeler le matin seulement.' },
      },
    ],
    children: [{ givenName: 'Lavande', age: 6, birthday: '03-28' }],
    address: { street: '400, rue du Secret', city: 'Montréal', postalCode: 'H1W 1X1', protected: true },
    life: [{ what: 'move', told: 'privateChange', ago: 6, day: 11, tenure: 'other', rent: null }],
  },
  {
    fileNumber: 'DEMO-0702-01',
    office: '098',
    since: 21,
    adults: [
      {
        id: 'isidore',
        givenName: 'Isidore',
        familyName: 'Silhouette',
        birthDate: '1984-05-16',
        story: {
          fr: 'S’est séparé de Jeanne le mois dernier. Leur enfant est parti avec elle.',
          en: 'Separated from Jeanne last month. Their child left with her.',
        },
      },
      {
        id: 'jeanne',
        givenName: 'Jeanne',
        familyName: 'Silhouette',
        birthDate: '1987-01-29',
        left: { ago: 1, day: 17 },
        story: {
          fr: 'A son propre dossier depuis la séparation. Elle garde ce qui a été produit à deux.',
          en: 'Has had her own file since the separation. She keeps what was filed together.',
        },
        contact: { notifyBy: 'email', safeNote: 'Ne pas écrire à l’ancienne adresse.' },
      },
    ],
    children: [{ givenName: 'Coriandre', age: 8, birthday: '04-18', left: { ago: 1, day: 17 } }],
    address: { street: '52, rue de la Silhouette', city: 'Sherbrooke', postalCode: 'J1E 1X2' },
    life: [
      { what: 'people', told: 'change', ago: 1, day: 17, change: 'spouseLeft', name: 'Jeanne Silhouette' },
    ],
    filer: 'first',
  },
  {
    fileNumber: 'DEMO-0703-01',
    office: '104',
    since: 0,
    adults: [
      {
        id: 'jeanne',
        givenName: 'Jeanne',
        familyName: 'Silhouette',
        birthDate: '1987-01-29',
        came: { ago: 1, day: 17 },
        story: {
          fr: 'A son propre dossier depuis la séparation. Elle garde ce qui a été produit à deux.',
          en: 'Has had her own file since the separation. She keeps what was filed together.',
        },
      },
    ],
    children: [{ givenName: 'Coriandre', age: 8, birthday: '04-18', came: { ago: 1, day: 17 } }],
    address: {
      street: '3, rue du Départ',
      unit: '4',
      city: 'Coaticook',
      postalCode: 'J1A 1X3',
      protected: true,
    },
  },
  {
    fileNumber: 'DEMO-0704-01',
    office: '034',
    since: 44,
    adults: [
      {
        id: 'kathleen',
        givenName: 'Kathleen',
        familyName: 'Scénario',
        birthDate: '1976-02-06',
        story: {
          fr: 'Norbert administre son aide et produit pour elle depuis huit mois. Elle lit tout.',
          en: 'Norbert has administered her assistance and filed for her for eight months. She reads it all.',
        },
      },
    ],
    address: { street: '120, rue du Scénario', city: 'Saint-Jean-sur-Richelieu', postalCode: 'J2W 1X4' },
    mandates: [
      { by: 'norbert', kind: 'administrator', rights: ['read', 'file', 'report'], from: 8, files: true },
    ],
  },
  {
    fileNumber: 'DEMO-0705-01',
    office: '258',
    since: 15,
    adults: [
      {
        id: 'lucien',
        givenName: 'Lucien',
        familyName: 'Synopsis',
        birthDate: '1962-10-31',
        story: {
          fr: 'N’a ni adresse fixe ni ordinateur à lui. Une intervenante l’aide à lire son dossier.',
          en: 'Has neither a fixed address nor a computer. A community worker helps him read his file.',
        },
        contact: { notifyBy: 'none' },
      },
    ],
    address: { street: '9, rue du Refuge', city: 'Montréal', postalCode: 'H3B 1X5' },
    mandates: [
      {
        by: 'odile',
        kind: 'communityHelper',
        rights: ['read'],
        from: 4,
        organisation: 'Entraide du Quartier Fictif',
      },
    ],
    missing: [1],
  },
  {
    fileNumber: 'DEMO-0706-01',
    office: '130',
    since: 37,
    adults: [
      {
        id: 'marguerite',
        givenName: 'Marguerite',
        familyName: 'Feuilleton',
        birthDate: '1961-06-29',
        story: {
          fr: 'A retiré la procuration de sa nièce il y a deux mois. Elle produit elle-même.',
          en: 'Withdrew her niece’s power of attorney two months ago. She files for herself.',
        },
      },
    ],
    address: { street: '33, rue du Feuilleton', city: 'Brossard', postalCode: 'J4W 1X6' },
    mandates: [
      {
        by: 'prune',
        kind: 'powerOfAttorney',
        rights: ['read', 'file'],
        from: 10,
        revoked: { ago: 2, day: 14 },
      },
    ],
  },
  {
    fileNumber: 'DEMO-0707-01',
    office: '040',
    since: 28,
    adults: [
      {
        id: 'nestor',
        givenName: 'Nestor',
        familyName: 'Péripétie',
        birthDate: '1970-12-24',
        story: {
          fr: 'A hérité il y a trois mois. La somme compte dans son avoir, et il en a dépensé une partie.',
          en: 'Inherited money three months ago. It counts as assets, and he has spent part of it.',
        },
      },
    ],
    address: { street: '84, rue de la Péripétie', city: 'Sorel-Tracy', postalCode: 'J3P 1X7' },
    life: [
      { what: 'income', kind: 'lumpSum', from: 3, to: 3, monthly: [2100] },
      { what: 'savings', ago: 3, held: 2380.5, details: 'Un héritage de ma tante.' },
      {
        what: 'savings',
        ago: 1,
        held: 1240,
        details: 'J’ai remplacé mon réfrigérateur et payé mes comptes.',
      },
    ],
  },
  {
    fileNumber: 'DEMO-0708-01',
    office: '008',
    since: 16,
    adults: [
      {
        id: 'ophelie',
        givenName: 'Ophélie',
        familyName: 'Épilogue',
        birthDate: '1995-03-05',
        story: {
          fr: 'A écrit à son bureau en privé, sans que son conjoint le voie.',
          en: 'Wrote to her office in private, where her spouse cannot see it.',
        },
        contact: { notifyBy: 'none', safeNote: 'Mon conjoint lit mes messages.' },
      },
      {
        id: 'pascal',
        givenName: 'Pascal',
        familyName: 'Épilogue',
        birthDate: '1991-07-02',
        story: {
          fr: 'Vit avec Ophélie. De l’historique, il voit les déclarations et rien de privé.',
          en: 'Lives with Ophélie. In the history, he sees the statements and nothing private.',
        },
      },
    ],
    address: { street: '210, rue de l’Épilogue', city: 'Vaudreuil-Dorion', postalCode: 'J7V 1X8' },
    life: [{ what: 'words', told: 'privateChange', ago: 2, text: 'Je voudrais parler à quelqu’un, seule.' }],
  },
]
