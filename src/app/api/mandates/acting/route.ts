import { act } from '@/features/mandates/commands'
import { actingSchema } from '@/features/mandates/schema'
import { endpoint } from '@/server/endpoint'

export const { GET, POST, PUT, PATCH, DELETE } = endpoint({
  as: 'citizen',
  may: 'mandate:act',
  input: actingSchema,
  run: act,
})
