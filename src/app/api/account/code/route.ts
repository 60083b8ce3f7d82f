import { sendCode } from '@/features/account/prove-commands'
import { nextSchema } from '@/features/account/account-schema'
import { endpoint } from '@/server/endpoint'

export const { GET, POST, PUT, PATCH, DELETE } = endpoint({
  as: 'citizen',
  may: 'account:change',
  parks: false,
  input: nextSchema,
  run: sendCode,
})
