import pg from 'pg'

/** Someone of the town who can file: the token of their session, and the key of their form. */
export type Filer = { readonly token: string; readonly key: string }

/**
 * Fills an empty database with `count` households of one adult, each with a living session, in a few statements.
 * The month's statement is open: the town lives on the 10th.
 */
export async function fillTown(ownerUrl: string, count: number): Promise<{ month: string; filers: Filer[] }> {
  const owner = new pg.Client(ownerUrl)
  await owner.connect()
  try {
    await owner.query(`select demo_move_clock(date_trunc('month', now()) + interval '9 days 15 hours')`)
    const { rows } = await owner.query<{ month: string }>(`select to_char(app_now(), 'YYYY-MM') as month`)
    const month = rows[0]!.month
    await owner.query(
      `insert into office (code, name_fr, name_en, region_code, city)
       select 'B' || i, 'Bureau ' || i, 'Office ' || i, '01', 'Ville' from generate_series(1, 20) i`,
    )
    await owner.query(
      `create temporary table town as
       select i, uuidv7() as person, uuidv7() as household, uuidv7() as account,
         (select id from office where code like 'B%' order by code offset i % 20 limit 1) as office from generate_series(1, $1) i`,
      [count],
    )
    await owner.query(
      `insert into person (id, given_name, family_name, birth_date) select person, 'Prénom' || i, 'Nom' || i, '1985-06-15' from town`,
    )
    await owner.query(
      `insert into household (id, file_number, office_id) select household, 'BENCH-' || i, office from town`,
    )
    await owner.query(
      `insert into household_member (household_id, person_id, role, from_day) select household, person, 'adult', $1 from town`,
      [`${month}-01`],
    )
    await owner.query(
      `insert into household_situation (household_id, from_month, programme, on_assistance_since)
       select household, $1, 'socialAssistance', $1 from town`,
      [month],
    )
    await owner.query('insert into auth."user" (id, person_id) select account, person from town')
    await owner.query(
      `insert into auth."session" (token_hash, user_id, realm, assurance, ends_at)
       select sha256(convert_to('bench-' || i, 'UTF8')), account, 'citizen', 'oidc', app_now() + interval '12 hours' from town`,
    )
    await owner.query('analyze')
    const filers = Array.from({ length: count }, (_, index) => ({
      token: `bench-${index + 1}`,
      key: `018f0000-0000-7000-8000-${String(index + 1).padStart(12, '0')}`,
    }))
    return { month, filers }
  } finally {
    await owner.end()
  }
}
