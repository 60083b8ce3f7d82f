import { settleAdmission } from '@/features/admission/commands'
import { admissionSchema } from '@/features/admission/schema'
import { endpoint } from '@/server/endpoint'

export const { GET, POST, PUT, PATCH, DELETE } = endpoint({
  as: 'staff',
  may: 'application:admit',
  input: admissionSchema,
  run: settleAdmission,
})
