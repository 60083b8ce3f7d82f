import type { Verb } from '@/domain/decision/transitions'

/** A move of a task as its address says it: `refuse-0199…`. */
export const moveName = (taskId: string, verb: Verb): string => `${verb}-${taskId}`

/** The same read again: its parts are checked by whoever looks for them. */
export function readMoveName(name: string): { readonly taskId: string; readonly verb: string } {
  const end = name.indexOf('-')
  return { verb: name.slice(0, Math.max(end, 0)), taskId: name.slice(end + 1) }
}
