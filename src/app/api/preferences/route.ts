import { setPreferences } from '@/features/information/commands'
import { preferencesSchema } from '@/features/information/schema'
import { endpoint } from '@/server/endpoint'

export const { GET, POST, PUT, PATCH, DELETE } = endpoint({
  as: 'anyone',
  may: 'preferences:set',
  input: preferencesSchema,
  run: setPreferences,
})
