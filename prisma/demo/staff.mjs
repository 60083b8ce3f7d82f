// @ts-check

/** Who works for the agency, and at which office (its code).
 * @type {readonly import('./household').DemoStaff[]} */
export const demoStaff = [
  {
    id: 'jules',
    name: 'Jules Agent',
    role: 'agent',
    office: '009',
    story: {
      fr: 'Agent du bureau de Drummondville : voit les déclarations reçues de son bureau.',
      en: 'Agent at the Drummondville office: sees the statements his office received.',
    },
  },
  {
    id: 'karine',
    name: 'Karine Agente',
    role: 'agent',
    office: '002',
    story: {
      fr: 'Agente du bureau d’Amos : ne voit rien des dossiers de Drummondville.',
      en: 'Agent at the Amos office: sees nothing of the Drummondville files.',
    },
  },
  {
    id: 'marc',
    name: 'Marc Cadre',
    role: 'supervisor',
    office: '009',
    story: {
      fr: 'Superviseur du bureau de Drummondville : voit les mêmes déclarations que ses agents, et publie les avis de service.',
      en: 'Supervisor at the Drummondville office: sees the same statements as its agents, and publishes service notices.',
    },
  },
  {
    id: 'lea',
    name: 'Léa Soutien',
    role: 'contact',
    office: null,
    story: {
      fr: 'Répond au téléphone au centre de communication : ouvre un dossier par son numéro, remplit une déclaration avec la personne, et ne décide rien.',
      en: 'Answers the phone at the contact centre: opens a file by its number, fills out a statement with the person, and decides nothing.',
    },
  },
  {
    id: 'alice',
    name: 'Alice Agente',
    role: 'agent',
    office: '250',
    story: {
      fr: 'Agente d’un bureau de l’est de Montréal, géré par la Ville de Montréal.',
      en: 'Agent at an office in eastern Montréal, run by the City of Montréal.',
    },
  },
  {
    id: 'sam',
    name: 'Sam Agent',
    role: 'agent',
    office: '100',
    story: {
      fr: 'Agent du bureau de Kuujjuaq, à qui une tempête a fait accorder plus de temps.',
      en: 'Agent at the Kuujjuaq office, where a blizzard made more time necessary.',
    },
  },
  {
    id: 'chantal',
    name: 'Chantal Cadre',
    role: 'supervisor',
    office: '002',
    story: {
      fr: 'Superviseure du bureau d’Amos : donne la seconde signature aux propositions de Drummondville.',
      en: 'Supervisor at the Amos office: gives the second signature to what Drummondville proposes.',
    },
  },
  {
    id: 'nadia',
    name: 'Nadia Roy',
    role: 'auditor',
    office: null,
    story: {
      fr: 'Vérificatrice : cherche dans la piste qui a consulté quoi, et pourquoi.',
      en: 'Auditor: searches the trail for who looked at what, and why.',
    },
  },
]
