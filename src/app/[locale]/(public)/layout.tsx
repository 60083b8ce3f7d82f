import type { ReactNode } from 'react'

/**
 * Everything here is made at build, and again at most each minute for what all readers share (`server/public-state.ts`):
 * no address outside the list, nothing about the visitor.
 */
export const dynamicParams = false
export const dynamic = 'error'
export const revalidate = 60

export default function PublicLayout({ children }: { readonly children: ReactNode }) {
  return children
}
