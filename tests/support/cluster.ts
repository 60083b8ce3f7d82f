import { joinTestCluster } from '../../src/setup/test-cluster.mjs'

/** Run once before the suites that need a database: starts or joins the test PostgreSQL, and leaves it at the end. */
export default joinTestCluster
