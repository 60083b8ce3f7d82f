import { sendCode } from '@/features/account/prove-commands'
import { nextSchema } from '@/features/account/account-schema'
import { endpoint } from '@/server/endpoint'

export const { GET, POST, PUT, PATCH, DELETE } = endpoint({
  as: 'citizen',
  may: 'account:change',
  input: nextSchema,
  run: sendCode,
})
