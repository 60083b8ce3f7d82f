import { createServer } from 'node:http'
import pg from 'pg'

/*
 * The yardstick: node:http and pg, nothing else, doing the inserts of a filing in one transaction, or the update of one
 * draft (`/draft`). No session, no permission, no row-level security, no rules. What we add to it is what we pay for.
 */
const pool = new pg.Pool({ connectionString: process.env.BARE_DATABASE_URL, max: 10 })

const server = createServer(async (request, response) => {
  if (request.method === 'GET') return response.end('ok')
  let body = ''
  for await (const part of request) body += part
  const form = new URLSearchParams(body)
  if (request.url === '/draft') return saveDraft(form, response)
  const client = await pool.connect()
  try {
    await client.query('begin')
    const { rows } = await client.query(
      `insert into bare_filing (key, answers, receipt) values ($1, $2, $3) returning id`,
      [form.get('key'), JSON.stringify(Object.fromEntries(form)), form.get('key')],
    )
    await client.query('insert into bare_payment (filing_id, benefit) values ($1, $2)', [
      rows[0].id,
      process.env.BARE_BENEFIT,
    ])
    await client.query('insert into bare_audit (filing_id, act) values ($1, $2)', [rows[0].id, 'filed'])
    await client.query('insert into bare_outbox (filing_id, kind) values ($1, $2)', [rows[0].id, 'receipt'])
    await client.query('commit')
    response.writeHead(303, { Location: `/receipts/${rows[0].id}` }).end()
  } catch {
    await client.query('rollback')
    response.writeHead(500).end()
  } finally {
    client.release()
  }
})

/** One row of ten thousand, as durably as the product's. */
async function saveDraft(form, response) {
  try {
    await pool.query('update bare_draft set fields = $2, version = version + 1 where id = $1', [
      1 + Math.floor(Math.random() * 10_000),
      JSON.stringify(Object.fromEntries(form)),
    ])
    response.writeHead(303, { Location: '/fr/demande/etapes' }).end()
  } catch {
    response.writeHead(500).end()
  }
}

server.listen(Number(process.env.PORT), '127.0.0.1', () => console.log('ready'))
