import '@/ui/fonts.css'
import '@/ui/tokens.css'
import '@/ui/global.css'
import type { Metadata } from 'next'
import { NotFoundView } from '@/features/information/NotFoundView'
import { Main } from '@/ui/Main'
import { textSizePath } from '@/ui/text-size'

export const metadata: Metadata = {
  title: 'Cette page n’existe pas – This page does not exist – Quinze',
  icons: { icon: '/favicon.svg' },
}

/** An address that is nobody's, so in no language: French first, then English. */
export default function GlobalNotFound() {
  return (
    <html lang="fr-CA">
      <head>
        <link rel="stylesheet" href={textSizePath} />
      </head>
      <body>
        <Main>
          <NotFoundView locale="fr" />
          <div lang="en-CA">
            <NotFoundView locale="en" />
          </div>
        </Main>
      </body>
    </html>
  )
}
