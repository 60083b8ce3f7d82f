import { runCommand } from './command.mjs'
import { demoConfiguration } from './configuration.mjs'
import { installPackages } from './install.mjs'
import { dataFolder } from './places.mjs'
import { explain } from './say.mjs'

/**
 * Joins the demo's database, or starts it and prepares it when no demo runs, and fills it. Ctrl-C stops both us and the
 * filling: what was filled stays, and the same command goes on from there.
 * @param {string[]} args how many households, and `--seed`, `--months`
 */
export async function run(args) {
  let leave = async () => {}
  // The filling hears the same signal, and leaves first.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => {})
  try {
    await installPackages()
    const { prepareDemoDatabase, startDemoDatabase } = await import('./demo-database.mjs')
    const { ownerUrl, databaseUrl, secrets, release } = await startDemoDatabase(
      process.env,
      dataFolder('demo'),
    )
    leave = release
    await prepareDemoDatabase(
      ownerUrl,
      demoConfiguration({ secrets, databaseUrl, port: 3015, providerPort: 3016 }),
    )
    const { code } = await runCommand(process.execPath, ['--import', 'tsx', 'prisma/populate.ts', ...args], {
      env: { ...process.env, DATABASE_OWNER_URL: ownerUrl },
      show: true,
    })
    process.exitCode = code
  } catch (error) {
    explain(error)
    process.exitCode = 1
  } finally {
    await leave()
  }
}
