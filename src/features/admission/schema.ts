import { z } from 'zod'
import type { Fields } from '@/server/body'

/** What the agent settles: `person.applicant`, `programme`, `constraint.spouse`. Read against the people there are. */
export const admissionSchema: z.ZodType<Fields, Fields> = z.record(
  z.string().max(60),
  z.union([z.string().max(200), z.array(z.string().max(200))]),
)
export type AdmissionForm = z.infer<typeof admissionSchema>

/** The name of a field of a person. */
export const personField = (key: string): string => `person.${key}`
export const constraintField = (key: string): string => `constraint.${key}`
