/** What was answered, exactly as typed: names of fields and their values; several choices are parted by a space. */
export type Draft = Readonly<Record<string, string>>

/** The value of a field, or '' when it was never answered. */
export function valueOf(draft: Draft, name: string): string {
  return Object.hasOwn(draft, name) ? draft[name]! : ''
}

/** The choices of a field that we know, in the order they are asked. */
export function tickedIn<Choice extends string>(
  draft: Draft,
  name: string,
  choices: readonly Choice[],
): Choice[] {
  const ticked = valueOf(draft, name).split(' ')
  return choices.filter((choice) => ticked.includes(choice))
}

/** The choice of a field, or null when none of ours was made. */
export function chosenIn<Choice extends string>(
  draft: Draft,
  name: string,
  choices: readonly Choice[],
): Choice | null {
  return choices.find((choice) => choice === valueOf(draft, name)) ?? null
}
