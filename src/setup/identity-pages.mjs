// The two pages of the demo identity provider. No script, no outside resource: they must work where the portal does.
import { createHash } from 'node:crypto'

const words = {
  fr: {
    language: 'fr-CA',
    title: { citizen: 'Choisissez une personne', staff: 'Choisissez un membre du personnel' },
    notice: 'Démonstration : ces personnes sont inventées. Aucun mot de passe n’est demandé.',
    choose: 'Continuer en tant que',
    empty: 'Aucune personne de démonstration n’est enregistrée.',
    letter: ({ fileNumber, birthDate, code }) =>
      `Pour se connecter par code : dossier ${fileNumber}, naissance ${birthDate}, code ${code}`,
    go: 'Aller à un thème',
    themes: {
      alone: 'Vivre seul',
      couple: 'En couple',
      children: 'Avec des enfants',
      health: 'Santé',
      work: 'Travail',
      delays: 'Délais',
      delicate: 'Situations délicates',
      staff: 'Personnel',
    },
  },
  en: {
    language: 'en-CA',
    title: { citizen: 'Choose a person', staff: 'Choose a staff member' },
    notice: 'Demonstration: these people are invented. No password is asked.',
    choose: 'Continue as',
    empty: 'No demonstration person is recorded.',
    letter: ({ fileNumber, birthDate, code }) =>
      `To sign in by code: file ${fileNumber}, birth date ${birthDate}, code ${code}`,
    go: 'Go to a theme',
    themes: {
      alone: 'Living alone',
      couple: 'In a couple',
      children: 'With children',
      health: 'Health',
      work: 'Work',
      delays: 'Deadlines',
      delicate: 'Delicate situations',
      staff: 'Staff',
    },
  },
}

const style = `
  :root { color-scheme: light }
  body { margin: 0; background: #f1f1f2; color: #223654; font: 1.0625rem/1.5 'Open Sans', system-ui, sans-serif }
  header { background: #095797; color: #fff; padding: 1rem }
  main { max-width: 44rem; margin: 0 auto; padding: 1.5rem 1rem 3rem }
  h1 { font-size: 1.75rem; line-height: 1.25; margin: 0 0 .5rem }
  h2 { font-size: 1.375rem; line-height: 1.25; margin: 2.5rem 0 0 }
  ul { list-style: none; margin: 1rem 0 0; padding: 0; display: grid; gap: 1rem }
  nav ul { display: flex; flex-wrap: wrap; gap: 0 1.25rem }
  nav a { display: inline-block; padding: .625rem 0; color: inherit }
  nav a:focus-visible { outline: 3px solid #4a98d9; outline-offset: 2px }
  form li { background: #fff; border: 1px solid #c5cad2; padding: 1rem }
  p { margin: 0 0 .75rem }
  .letter { margin: .75rem 0 0; font-size: .9375rem }
  button { font: inherit; font-weight: 700; min-height: 44px; padding: .5rem 1rem; border: 2px solid #095797;
    background: #095797; color: #fff; cursor: pointer; text-align: left }
  button:hover { background: #223654; border-color: #223654 }
  button:focus-visible { outline: 3px solid #4a98d9; outline-offset: 2px }
`

/** Headers of every page here. Sending the form ends, by redirects, at the portal: both must be named. */
export function securityHeaders(origin) {
  const hash = createHash('sha256').update(style).digest('base64')
  return {
    'content-security-policy': [
      "default-src 'none'",
      `style-src 'sha256-${hash}'`,
      `form-action 'self' ${origin}`,
      "base-uri 'none'",
      "frame-ancestors 'none'",
    ].join('; '),
    'cache-control': 'no-store',
    'referrer-policy': 'strict-origin-when-cross-origin',
    'x-content-type-options': 'nosniff',
  }
}

/**
 * The page where one chooses who to be: the people by theme, in the order of the words above.
 * @param {{ language: 'fr' | 'en', realm: 'citizen' | 'staff', action: string,
 *   people: readonly { id: string, name: string, theme: string, story: { fr: string, en: string },
 *   letter?: { fileNumber: string, birthDate: string, code: string } | null }[] }} options
 */
export function peoplePage({ language, realm, action, people }) {
  const text = words[language]
  const letter = (person) =>
    person.letter ? `<p class="letter">${escape(text.letter(person.letter))}</p>` : ''
  const item = (person) => `<li><p>${escape(person.story[language])}</p>
      <button name="person" value="${escape(person.id)}">${text.choose} ${escape(person.name)}</button>${letter(person)}</li>`
  const themes = Object.entries(text.themes)
    .map(([theme, title]) => ({ theme, title, members: people.filter((person) => person.theme === theme) }))
    .filter(({ members }) => members.length > 0)
  const links = themes.map(({ theme, title }) => `<li><a href="#${theme}">${title}</a></li>`)
  const nav = themes.length > 1 ? `<nav aria-label="${text.go}"><ul>${links.join('')}</ul></nav>` : ''
  const lists = themes.map(
    ({ theme, title, members }) => `<h2 id="${theme}">${title}</h2><ul>${members.map(item).join('\n')}</ul>`,
  )
  const form = `<form method="post" action="${escape(action)}">${lists.join('\n')}</form>`
  return page(
    text.language,
    text.title[realm],
    `<p>${text.notice}</p>${themes.length > 0 ? nav + form : `<p>${text.empty}</p>`}`,
  )
}

/** What a person sees when the sign-in cannot go on, in both languages: we may not know theirs. */
export function errorPage(reason) {
  return page(
    'fr-CA',
    'La connexion ne peut pas continuer',
    `<p>Retournez au portail et recommencez.</p>
     <div lang="en-CA"><h2>The sign-in cannot continue</h2><p>Go back to the portal and start again.</p></div>
     <p lang="en">${escape(String(reason))}</p>`,
  )
}

function page(language, title, body) {
  return `<!doctype html>
<html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title} – Quinze</title><style>${style}</style></head>
<body><header>Quinze</header><main><h1>${title}</h1>${body}</main></body></html>
`
}

function escape(text) {
  const entities = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }
  return text.replaceAll(/[&<>"']/g, (character) => entities[character])
}
