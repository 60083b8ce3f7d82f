import { changeDeposit } from '@/features/account/change-commands'
import { depositSchema } from '@/features/account/account-schema'
import { endpoint } from '@/server/endpoint'

export const { GET, POST, PUT, PATCH, DELETE } = endpoint({
  as: 'citizen',
  may: 'account:change',
  parks: false,
  input: depositSchema,
  run: changeDeposit,
})
