'use client'

import { useParams } from 'next/navigation'
import en from '@/i18n/en/error.json'
import fr from '@/i18n/fr/error.json'
import { Main } from '@/ui/Main'
import { PageTitle } from '@/ui/PageTitle'

/** A page of ours failed. Says so without a word about how; the file of errors knows. */
export default function ErrorPage() {
  const locale = useParams()['locale'] === 'en' ? 'en' : 'fr'
  const words = locale === 'en' ? en : fr
  return (
    <Main>
      <PageTitle>{words.title}</PageTitle>
      <p>{words.text}</p>
      <p>
        <a href={`/${locale}`}>{words.link}</a>
      </p>
    </Main>
  )
}
