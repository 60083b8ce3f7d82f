import { freezeByLink } from '@/features/account/freeze-commands'
import { freezeLinkSchema } from '@/features/account/account-schema'
import { endpoint } from '@/server/endpoint'

export const { GET, POST, PUT, PATCH, DELETE } = endpoint({
  as: 'anyone',
  may: 'account:freeze-by-link',
  input: freezeLinkSchema,
  run: freezeByLink,
})
