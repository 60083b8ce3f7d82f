// `npm run demo:population -- 300000`: fills the demo with a province of made-up households.
import { requireNode } from './node-version.mjs'

requireNode(process.versions.node)
import('./fill-demo.mjs').then(function (demo) {
  return demo.run(process.argv.slice(2))
})
