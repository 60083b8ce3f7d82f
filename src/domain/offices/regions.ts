/** The seventeen administrative regions. Their names are the same in both languages; `slug` is for addresses. */
export const regions = [
  { code: '01', name: 'Bas-Saint-Laurent', slug: 'bas-saint-laurent' },
  { code: '02', name: 'Saguenay–Lac-Saint-Jean', slug: 'saguenay-lac-saint-jean' },
  { code: '03', name: 'Capitale-Nationale', slug: 'capitale-nationale' },
  { code: '04', name: 'Mauricie', slug: 'mauricie' },
  { code: '05', name: 'Estrie', slug: 'estrie' },
  { code: '06', name: 'Montréal', slug: 'montreal' },
  { code: '07', name: 'Outaouais', slug: 'outaouais' },
  { code: '08', name: 'Abitibi-Témiscamingue', slug: 'abitibi-temiscamingue' },
  { code: '09', name: 'Côte-Nord', slug: 'cote-nord' },
  { code: '10', name: 'Nord-du-Québec', slug: 'nord-du-quebec' },
  { code: '11', name: 'Gaspésie–Îles-de-la-Madeleine', slug: 'gaspesie-iles-de-la-madeleine' },
  { code: '12', name: 'Chaudière-Appalaches', slug: 'chaudiere-appalaches' },
  { code: '13', name: 'Laval', slug: 'laval' },
  { code: '14', name: 'Lanaudière', slug: 'lanaudiere' },
  { code: '15', name: 'Laurentides', slug: 'laurentides' },
  { code: '16', name: 'Montérégie', slug: 'monteregie' },
  { code: '17', name: 'Centre-du-Québec', slug: 'centre-du-quebec' },
] as const

export type Region = (typeof regions)[number]

/** The region of an office or of a postal area, by its code. */
export function regionOf(code: string): Region {
  return regions.find((region) => region.code === code)!
}
