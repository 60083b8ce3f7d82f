import { changeContact } from '@/features/account/contact-commands'
import { contactSchema } from '@/features/account/account-schema'
import { endpoint } from '@/server/endpoint'

export const { GET, POST, PUT, PATCH, DELETE } = endpoint({
  as: 'citizen',
  may: 'account:change',
  input: contactSchema,
  run: changeContact,
})
