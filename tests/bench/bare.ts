import { join } from 'node:path'
import { withDatabase } from '../../src/setup/database.mjs'
import { dataFolder, inProject } from '../../src/setup/places.mjs'
import { freePort } from '../../src/setup/ports.mjs'
import { startServerProcess } from '../../src/setup/server-process.mjs'
import { benefitOfTheTown } from './town'

/** Serves the yardstick (bare-server.mjs): GET answers `ok`, POST makes the inserts of a filing, or updates a draft. */
export async function startBareServer(
  ownerUrl: string,
  { oneProcess = false } = {},
): Promise<{ url: string; stop: () => Promise<void> }> {
  await withDatabase(ownerUrl, (owner) =>
    owner.query(`
      create table bare_filing (id uuid primary key default uuidv7(), key uuid unique, answers jsonb,
        receipt text unique, received_at timestamptz default now());
      create table bare_payment (id uuid primary key default uuidv7(), filing_id uuid references bare_filing, benefit jsonb);
      create table bare_audit (id uuid primary key default uuidv7(), filing_id uuid, act text, at timestamptz default now());
      create table bare_outbox (id uuid primary key default uuidv7(), filing_id uuid, kind text, at timestamptz default now());
      create table bare_draft (id int primary key, fields jsonb, version int default 1);
      insert into bare_draft (id, fields) select i, '{}' from generate_series(1, 10000) i`),
  )
  const port = await freePort()
  const url = `http://127.0.0.1:${port}`
  const { stop } = await startServerProcess({
    name: 'The bare server',
    script: inProject('tests', 'bench', 'bare-server.mjs'),
    onEveryCore: !oneProcess,
    env: {
      PATH: process.env['PATH'],
      NODE_ENV: 'production',
      PORT: String(port),
      BARE_DATABASE_URL: ownerUrl,
      BARE_BENEFIT: JSON.stringify(benefitOfTheTown()),
    },
    url,
    logFile: join(dataFolder('test'), 'bare-server.log'),
  })
  return { url, stop }
}
