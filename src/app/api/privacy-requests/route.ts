import { askAboutInformation } from '@/features/privacy/commands'
import { askSchema } from '@/features/privacy/schema'
import { endpoint } from '@/server/endpoint'

export const { GET, POST, PUT, PATCH, DELETE } = endpoint({
  as: 'citizen',
  may: 'privacy:ask',
  input: askSchema,
  run: askAboutInformation,
})
