import { z } from 'zod'
import type { Fields } from '@/server/body'

/** Any form at all, its size being bounded at the door. What an answer must be is the matter of the domain. */
export const answersSchema: z.ZodType<Fields, Fields> = z.record(
  z.string(),
  z.union([z.string(), z.array(z.string())]),
)

/** The digits of a kept number that may be shown, to know it by: the last three. */
export function maskOf(secret: string): string {
  const bare = secret.replace(/[^\p{L}\p{N}]/gu, '')
  return bare.length > 5 ? bare.slice(-3) : ''
}
