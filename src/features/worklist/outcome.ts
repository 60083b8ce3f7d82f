/** What a list does with the tasks chosen in it. */
export const shares = ['claim', 'release', 'assign'] as const
export type Share = (typeof shares)[number]

/** What came of it: how many moved, and how many did not because someone had moved them meanwhile. */
export type Outcome = { readonly verb: Share; readonly moved: number; readonly left: number }
export type Told = Outcome | 'noTask' | 'noAssignee'

export const outcomeFields = ({ verb, moved, left }: Outcome): Record<string, string> => ({
  told: verb,
  moved: String(moved),
  ...(left > 0 ? { left: String(left) } : {}),
})

/** What an address says came of it; null when it says nothing. */
export function toldIn(query: Readonly<Record<string, string | readonly string[] | undefined>>): Told | null {
  const told = query['told']
  if (told === 'noTask' || told === 'noAssignee') return told
  const verb = shares.find((one) => one === told)
  const count = (name: string) => {
    const value = query[name]
    return typeof value === 'string' && /^\d{1,3}$/.test(value) ? Number(value) : 0
  }
  return verb ? { verb, moved: count('moved'), left: count('left') } : null
}
