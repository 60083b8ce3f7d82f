// `npm start`. The version check comes before anything an old Node could not even parse.
import { requireNode } from './node-version.mjs'

requireNode(process.versions.node)
import('./serve.mjs').then(function (serve) {
  return serve.run()
})
