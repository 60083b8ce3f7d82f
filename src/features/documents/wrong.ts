import { isFileProblem, type FileProblem } from '@/server/file-rules'

/** What was wrong with the last thing sent; `file` is which of several, from one. */
export type Wrong = { readonly problem: FileProblem; readonly file: string | null }

/** What an address says was wrong; null when it says nothing of ours. */
export function wrongIn(asked: (name: string) => string): Wrong | null {
  const [problem, file] = [asked('problem'), asked('file')]
  return isFileProblem(problem) ? { problem, file: /^\d{1,3}$/.test(file) ? file : null } : null
}
