import { changeAddress } from '@/features/account/change-commands'
import { addressSchema } from '@/features/account/account-schema'
import { endpoint } from '@/server/endpoint'

export const { GET, POST, PUT, PATCH, DELETE } = endpoint({
  as: 'citizen',
  may: 'account:change',
  input: addressSchema,
  run: changeAddress,
})
