import { z } from 'zod'
import { downloadApplicationDecision } from '@/features/decisions/commands'
import { endpoint } from '@/server/endpoint'

export const { GET, POST, PUT, PATCH, DELETE } = endpoint({
  as: 'applicant',
  method: 'GET',
  may: 'application:fill',
  input: z.object({}),
  run: downloadApplicationDecision,
})
