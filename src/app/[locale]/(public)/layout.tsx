import type { ReactNode } from 'react'
import { TopicsNav } from '@/features/information/TopicsNav'
import { asLocale } from '@/i18n/locale'

/**
 * Everything here is made at build, and again at most each minute for what all readers share (`server/public-state.ts`):
 * no address outside the list, nothing about the visitor.
 */
export const dynamicParams = false
export const dynamic = 'error'
export const revalidate = 60

type Props = { readonly params: Promise<{ locale: string }>; readonly children: ReactNode }

export default async function PublicLayout({ params, children }: Props) {
  return (
    <>
      {children}
      <TopicsNav locale={asLocale((await params).locale)} />
    </>
  )
}
