import { writeFileSync } from 'node:fs'
import { told } from './failures.mjs'

/**
 * Vitest's record of a run, for `npm test`: how many cases passed, and all that failed, by name. Its own JSON tells
 * nothing of an error outside every case, which fails the run all the same.
 */
export default class VitestRecord {
  async onTestRunEnd(modules, unhandled) {
    const cases = modules.flatMap((module) => [...module.children.allTests()])
    const passed = cases.filter((one) => one.result().state === 'passed').length
    const failed = cases.filter((one) => one.result().state === 'failed')
    const failures = [
      ...failed.map((one) => told(`${one.module.relativeModuleId}: ${one.fullName}`, one.result().errors)),
      // A file that cannot be loaded, or prepared, fails no case of its own, yet it fails.
      ...modules.flatMap((module) => {
        const suites = [module, ...module.children.allSuites()]
        return suites.flatMap((suite) =>
          suite.errors().map((error) => told(module.relativeModuleId, [error])),
        )
      }),
      ...unhandled.map((error) => told('Outside every case', [error])),
    ]
    writeFileSync(process.env.QUINZE_TEST_RECORD, JSON.stringify({ passed, failures }))
  }
}
