import { checkCode } from '@/features/account/prove-commands'
import { codeSchema } from '@/features/account/account-schema'
import { endpoint } from '@/server/endpoint'

export const { GET, POST, PUT, PATCH, DELETE } = endpoint({
  as: 'citizen',
  may: 'account:change',
  parks: false,
  input: codeSchema,
  run: checkCode,
})
