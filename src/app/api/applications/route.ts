import { beginApplication } from '@/features/entering/start-commands'
import { startSchema } from '@/features/entering/schema'
import { endpoint } from '@/server/endpoint'

export const { GET, POST, PUT, PATCH, DELETE } = endpoint({
  as: 'anyone',
  may: 'application:start',
  input: startSchema,
  run: (call) => beginApplication(call),
})
