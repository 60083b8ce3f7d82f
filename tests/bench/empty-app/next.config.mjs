import { resolve } from 'node:path'

/* The framework alone, built and served as the product is. It finds the packages three folders up. */
const root = resolve(import.meta.dirname, '..', '..', '..')

export default {
  output: 'standalone',
  outputFileTracingRoot: root,
  turbopack: { root },
  poweredByHeader: false,
  reactStrictMode: true,
  typescript: { ignoreBuildErrors: true },
}
