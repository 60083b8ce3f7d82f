import 'server-only'
import { z } from 'zod'
import { kilometresBetween, pointOf, roundedKilometres } from '@/domain/offices/distance'
import { offeredKinds, type Offered, type Office } from '@/domain/offices/office'
import { contactCentrePhone, numberToCall } from '@/domain/offices/phone'
import { otherProvinceOf, postalAreaOf } from '@/domain/offices/postal-code'
import { regionOf } from '@/domain/offices/regions'
import { officeDirectory, officesOf } from '@/server/offices'
import type { OpenAnswer, OpenCall } from '@/server/open-endpoint'
import { bothSchema } from './answer-schema'
import { component, described } from './described'
import { refusalOf } from './errors'
import { fault } from './schema'

/*
 * `GET /api/offices?postalCode=`: the offices that people of a postal code may be sent to. What the page for people says
 * of a municipality or of a name is for people: a program asks for the code.
 */

/** What is asked. Anything else in the address is refused, as everywhere: a name misspelt would look answered. */
export const officesQuerySchema = z.strictObject({
  postalCode: described(
    'postalCode',
    z.string().superRefine((typed, check) => {
      if (postalAreaOf(typed)) return
      fault(check, otherProvinceOf(typed) ? 'outsideQuebec' : 'postalCode')
    }),
  ),
})

const officeSchema = component(
  'Office',
  z.object({
    code: described('officeCode', z.string()),
    kind: described('officeKind', z.enum(offeredKinds)),
    name: bothSchema,
    regionCode: described('regionCode', z.string()),
    region: described('region', z.string()),
    municipality: described('municipality', z.string()),
    address: described('officeAddress', z.string().nullable()),
    postalCode: described('officePostalCode', z.string().nullable()),
    phone: described('officePhone', z.string()),
    phoneReaches: described('phoneReaches', z.enum(['office', 'contactCentre'])),
    latitude: described('latitude', z.number().nullable()),
    longitude: described('longitude', z.number().nullable()),
    kilometres: described('kilometres', z.int().nullable()),
  }),
)
/** What is answered. */
export const officesAnswerSchema = component(
  'Offices',
  z.object({
    postalArea: described('postalArea', z.string()),
    askMunicipality: described('askMunicipality', z.boolean()),
    offices: described('officeList', z.array(officeSchema)),
    contactCentrePhone: described('contactCentre', z.string()),
  }),
)

/** Answers `GET /api/offices`. */
export function answerOffices({ query }: OpenCall): OpenAnswer {
  const sent = Object.fromEntries(query)
  const asked = officesQuerySchema.safeParse(sent)
  if (!asked.success) return { status: 422, json: JSON.stringify(refusalOf(asked.error, sent)) }
  return { status: 200, json: JSON.stringify(officesAnswerOf(asked.data.postalCode)) }
}

/** The offices of a postal code of Québec, most likely first; none when the area is not known. */
export function officesAnswerOf(postalCode: string): z.output<typeof officesAnswerSchema> {
  const postalArea = postalAreaOf(postalCode)!
  const area = officeDirectory().areas.find(({ fsa }) => fsa === postalArea)
  const from = area ? pointOf(area) : null
  const offices = officesOf(postalArea)
  return {
    postalArea,
    askMunicipality: offices.length > 1,
    offices: offices.map((office) => {
      const to = pointOf(office)
      return { ...partsOf(office), kilometres: from && to && roundedKilometres(kilometresBetween(from, to)) }
    }),
    contactCentrePhone,
  }
}

function partsOf(office: Offered<Office>) {
  const { code, kind, nameFr, nameEn, regionCode, city, address, postalCode, latitude, longitude } = office
  const call = numberToCall(office)
  return {
    code,
    kind,
    name: { fr: nameFr, en: nameEn },
    regionCode,
    region: regionOf(regionCode).name,
    municipality: city,
    address,
    postalCode,
    phone: call.phone,
    phoneReaches: call.reaches,
    latitude,
    longitude,
  }
}
