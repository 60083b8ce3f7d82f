import { sendCode } from '@/features/access/commands'
import { oneTimeCodeSchema } from '@/features/access/schema'
import { endpoint } from '@/server/endpoint'

export const { GET, POST, PUT, PATCH, DELETE } = endpoint({
  as: 'anyone',
  may: 'session:start',
  input: oneTimeCodeSchema,
  run: sendCode,
})
