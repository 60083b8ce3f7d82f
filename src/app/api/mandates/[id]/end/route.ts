import { z } from 'zod'
import { endMandate } from '@/features/mandates/commands'
import { endpoint } from '@/server/endpoint'

export const { GET, POST, PUT, PATCH, DELETE } = endpoint({
  as: 'citizen',
  may: 'mandate:end',
  input: z.object({}),
  run: endMandate,
})
