import type { ReactNode } from 'react'

/** Everything here is made once, at build: no address outside the list, nothing about the visitor. */
export const dynamicParams = false
export const dynamic = 'error'

export default function PublicLayout({ children }: { readonly children: ReactNode }) {
  return children
}
