import type { NextConfig } from 'next'
import createNextIntlPlugin from 'next-intl/plugin'
import { headerRules } from './src/headers'
import { addressRedirects, addressRewrites } from './src/i18n/paths'

const root = import.meta.dirname
const distDir = process.env['QUINZE_BUILD_DIR'] ?? '.next'

const config: NextConfig = {
  output: 'standalone',
  distDir,
  // Where the server finds the style sheets it writes into its pages; written into the build.
  env: { QUINZE_DIST_DIR: distDir },
  outputFileTracingRoot: root,
  turbopack: { root },
  poweredByHeader: false,
  reactStrictMode: true,
  // Nobody's picture passes through an optimizer.
  images: { unoptimized: true },
  // Titles of dynamic pages belong in <head>, for everyone.
  htmlLimitedBots: /.*/,
  // Types have their own place in `npm run check`; here they would only slow the build.
  typescript: { ignoreBuildErrors: true },
  experimental: {
    // Pages live under app/[locale], so no layout surrounds an address that is nobody's.
    globalNotFound: true,
    // Otherwise /en/MY-FILE would be rewritten to a page and pass beside proxy.ts.
    caseSensitiveRoutes: true,
    // A page made again stays with the process that made it: two servers of one build may have two databases.
    isrFlushToDisk: false,
  },
  // A public page older than this is made again before it is sent: whoever comes first sees the notices too.
  expireTime: 90,
  // The pages of words and the offices are read when a public page is made again.
  outputFileTracingIncludes: {
    '/**': [
      './src/features/information/content/*.md',
      './src/features/messages/answers/*.md',
      './prisma/offices/*.csv',
    ],
    // What server/pdf.ts runs outside the bundle, for every address that ends in /pdf.
    '/api/**/pdf': [
      './src/server/pdf/*',
      './node_modules/@myriaddreamin/typst-ts-node-compiler*/**',
      './node_modules/@expo-google-fonts/{open-sans,noto-emoji}/{package.json,400Regular/*.ttf,700Bold/*.ttf}',
      './node_modules/dejavu-fonts-ttf/{package.json,ttf/DejaVuSans.ttf}',
    ],
  },
  headers: async () => headerRules(),
  redirects: async () => addressRedirects(),
  rewrites: async () => addressRewrites(),
}

export default createNextIntlPlugin('./src/i18n/request.ts')(config)
