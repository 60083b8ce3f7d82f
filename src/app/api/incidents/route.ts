import { recordIncident } from '@/features/incidents/commands'
import { incidentSchema } from '@/features/incidents/schema'
import { endpoint } from '@/server/endpoint'

export const { GET, POST, PUT, PATCH, DELETE } = endpoint({
  as: 'staff',
  may: 'incident:record',
  input: incidentSchema,
  run: recordIncident,
})
