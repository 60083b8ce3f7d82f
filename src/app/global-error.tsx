'use client'

import '@/ui/fonts.css'
import '@/ui/tokens.css'
import '@/ui/global.css'
import en from '@/i18n/en/error.json'
import fr from '@/i18n/fr/error.json'
import { Main } from '@/ui/Main'
import { PageTitle } from '@/ui/PageTitle'

/** Even the frame around the pages failed, or nothing can run a script: French first, then English. */
export default function GlobalError() {
  return (
    <html lang="fr-CA">
      <head>
        <title>{`${fr.title} – ${en.title}`}</title>
      </head>
      <body>
        <Main>
          {([fr, en] as const).map((words, index) => (
            <div key={words.title} lang={index === 0 ? 'fr-CA' : 'en-CA'}>
              <PageTitle>{words.title}</PageTitle>
              <p>{words.text}</p>
              <p>
                <a href={index === 0 ? '/fr' : '/en'}>{words.link}</a>
              </p>
            </div>
          ))}
        </Main>
      </body>
    </html>
  )
}
