import 'server-only'
import { cache } from 'react'
import { regions, type Region } from '@/domain/offices/regions'
import { searchOffices, type OfficeSearch } from './search'

/** What a search leads to, found once for the title and the page. */
export const readOfficeSearch = cache(searchOffices)

/** What was asked, to ask the same again in the other language. */
export const askedBy = (search: OfficeSearch) => ({
  q: search.typed,
  municipality: search.found === 'area' ? (search.municipality?.typed ?? '') : '',
})

/** The last part of each region's address. */
export const regionSlugs: readonly string[] = regions.map(({ slug }) => slug)

/** The region of an address; null when there is none of that name. */
export function findRegion(slug: string): Region | null {
  return regions.find((region) => region.slug === slug) ?? null
}
