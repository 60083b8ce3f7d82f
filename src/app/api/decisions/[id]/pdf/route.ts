import { z } from 'zod'
import { downloadDecision } from '@/features/decisions/commands'
import { endpoint } from '@/server/endpoint'

export const { GET, POST, PUT, PATCH, DELETE } = endpoint({
  as: 'citizen',
  method: 'GET',
  may: 'decision:read',
  input: z.object({}),
  run: downloadDecision,
})
