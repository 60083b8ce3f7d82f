/** The classes that are there, joined: conditions may leave `false` or `undefined` in the list. */
export function classNames(...names: readonly (string | false | undefined)[]): string {
  return names.filter(Boolean).join(' ')
}
