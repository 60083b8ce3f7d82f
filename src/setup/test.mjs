// `npm test`. The version check comes before anything an old Node could not even parse.
import { requireNode } from './node-version.mjs'

requireNode(process.versions.node)
import('./test-run.mjs').then(function (testRun) {
  return testRun.run(process.argv.slice(2))
})
