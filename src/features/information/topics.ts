import type { ContentPage } from '@/i18n/paths'

/**
 * The pages of words by what people come for, in the order they are offered. Each page has its place in one group:
 * a page without one does not compile.
 */
const groupOf = {
  programs: 'understand',
  eligibility: 'understand',
  amounts: 'understand',
  income: 'understand',
  specialBenefits: 'understand',
  applying: 'apply',
  otherWays: 'apply',
  otherHelp: 'apply',
  monthlyStatement: 'receive',
  calendar: 'receive',
  changes: 'receive',
  owing: 'rights',
  rights: 'rights',
  safeContact: 'rights',
  glossary: 'about',
  results: 'about',
  status: 'about',
  privacy: 'about',
  accessibility: 'about',
  siteMap: 'about',
} as const satisfies Record<ContentPage, string>

export type TopicGroup = (typeof groupOf)[ContentPage]
export type Topics = { readonly group: TopicGroup; readonly pages: readonly ContentPage[] }

/** The groups in order, each with its pages. */
export const topics: readonly Topics[] = [...new Set(Object.values(groupOf))].map((group) => ({
  group,
  pages: (Object.keys(groupOf) as ContentPage[]).filter((page) => groupOf[page] === group),
}))
