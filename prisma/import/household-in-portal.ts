import type { Client } from 'pg'
import type { Said } from './compare'

/** The adults who live in a household now, in the order they were entered. */
const adultsNow = `
  select m.household_id, m.person_id, m.from_day, row_number() over (partition by m.household_id order by m.id) as place
  from household_member m where m.role = 'adult' and m.until_day is null`

const statement = `
  with adult as (${adultsNow})
  select jsonb_build_object(
    'office', o.code,
    'adults', coalesce((
      select jsonb_agg(jsonb_build_object(
        'givenName', p.given_name, 'familyName', p.family_name, 'birthDate', p.birth_date, 'language', p.language,
        'from', a.from_day,
        'constraints', coalesce((
          select jsonb_agg(jsonb_build_object('kind', c.kind, 'from', c.from_day, 'until', c.until_day)
            order by c.from_day || ' ' || c.kind collate "C")
          from adult_constraint c where c.person_id = p.id), '[]'),
        'contact', (
          select jsonb_build_object('email', t.email, 'mobile', t.mobile, 'notifyBy', t.notify_by, 'safeNote', t.safe_note)
          from contact t where t.person_id = p.id)) order by a.place)
      from adult a join person p on p.id = a.person_id where a.household_id = h.id), '[]'),
    'children', coalesce((
      select jsonb_agg(jsonb_build_object('givenName', p.given_name, 'familyName', p.family_name,
        'birthDate', p.birth_date, 'from', m.from_day) order by m.id)
      from household_member m join person p on p.id = m.person_id
      where m.household_id = h.id and m.role = 'child' and m.until_day is null), '[]'),
    'situations', coalesce((
      select jsonb_agg(jsonb_build_object('from', s.from_month, 'programme', s.programme,
        'onAssistanceSince', s.on_assistance_since, 'livesWithParents', s.lives_with_parents,
        'spouseOfStudent', s.spouse_of_student, 'subsidisedDwelling', s.subsidised_dwelling,
        'fluctuatingIncome', s.fluctuating_income, 'recoveryCents', s.recovery_cents) order by s.from_month collate "C")
      from household_situation s where s.household_id = h.id), '[]'),
    'address', (
      select jsonb_build_object('street', d.street, 'unit', d.unit, 'city', d.city, 'postalCode', d.postal_code,
        'from', d.from_day, 'protected', d.protected)
      from household_address d where d.household_id = h.id order by d.from_day collate "C" desc limit 1),
    'mandates', coalesce((
      select jsonb_agg(jsonb_build_object('adult', a.place,
        'representative', jsonb_build_object('fileNumber', compared_file_number(rh.file_number), 'adult', r.place),
        'kind', g.kind, 'organisation', g.organisation,
        'rights', (select jsonb_agg(one order by one collate "C") from unnest(g.rights) one),
        'from', g.from_day, 'until', g.until_day)
        order by a.place || ' ' || g.from_day || ' ' || g.kind collate "C")
      from adult a join mandate g on g.person_id = a.person_id
        left join adult r on r.person_id = g.representative_id left join household rh on rh.id = r.household_id
      where a.household_id = h.id), '[]'),
    'obligations', coalesce((
      select jsonb_agg(jsonb_build_object('month', b.month, 'files', b.files, 'reason', b.reason)
        order by b.month collate "C")
      from filing_obligation b where b.household_id = h.id), '[]')) as said
  from household h join office o on o.id = h.office_id where h.id = $1`

/** A household as the portal has it, in the words of the format. */
export async function householdInPortal(client: Client, id: string): Promise<Said> {
  const { rows } = await client.query<{ said: Said }>(statement, [id])
  return rows[0]!.said
}

/** The adults of these files, in the order they were entered. Numbers as they are compared. */
export async function adultsInPortal(
  client: Client,
  fileNumbers: readonly string[],
): Promise<Map<string, string[]>> {
  const { rows } = await client.query<{ file_number: string; people: string[] }>(
    `select compared_file_number(h.file_number) as file_number, array_agg(m.person_id order by m.id) as people
     from household h join household_member m on m.household_id = h.id and m.role = 'adult' and m.until_day is null
     where compared_file_number(h.file_number) = any ($1) group by 1`,
    [fileNumbers],
  )
  return new Map(rows.map(({ file_number, people }) => [file_number, people]))
}
