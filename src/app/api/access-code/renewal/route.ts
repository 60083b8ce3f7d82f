import { askForCode } from '@/features/letters/commands'
import { renewalSchema } from '@/features/letters/schema'
import { endpoint } from '@/server/endpoint'

export const { GET, POST, PUT, PATCH, DELETE } = endpoint({
  as: 'citizen',
  may: 'access-code:ask',
  input: renewalSchema,
  run: askForCode,
})
