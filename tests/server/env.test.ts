import { describe, expect, test } from 'vitest'
import { parse } from '@/server/env'
import { configurationFor } from '../support/in-process'

const demo = configurationFor('postgres://quinze_web@localhost/quinze')
const production = {
  DATABASE_URL: 'postgres://quinze_web@db/quinze',
  QUINZE_URL: 'https://quinze.example',
  QUINZE_SECRET: 'aZ3_kP9-wQ7xVb2NcR5tYu8iOp1Ls4Dm6Fg0Hj_EnKtB',
  QUINZE_FILES: '/srv/quinze/files',
  OIDC_CITIZEN_ISSUER: 'https://identity.example/citizen/',
  OIDC_CITIZEN_CLIENT_ID: 'quinze',
  OIDC_CITIZEN_CLIENT_SECRET: 'one',
  OIDC_STAFF_ISSUER: 'https://identity.example/staff',
  OIDC_STAFF_CLIENT_ID: 'quinze',
  OIDC_STAFF_CLIENT_SECRET: 'two',
}

describe('the configuration', () => {
  test('E-01 the demo may live on localhost', () => {
    expect(parse(demo)).toMatchObject({ demo: true, origin: 'http://localhost:3015' })
  })

  test('E-02 production is what it is without the switch', () => {
    expect(parse(production)).toMatchObject({ demo: false, origin: 'https://quinze.example' })
    expect(parse(production).providers.citizen.issuer).toBe('https://identity.example/citizen')
  })

  test.each([
    ['E-03 plain http', { QUINZE_URL: 'http://quinze.example' }, /QUINZE_URL/],
    ['E-04 a provider on this machine', { OIDC_STAFF_ISSUER: 'https://localhost:3016' }, /OIDC_STAFF_ISSUER/],
    ['E-05 a secret too short', { QUINZE_SECRET: 'short' }, /QUINZE_SECRET/],
    ['E-06 a secret that is not random', { QUINZE_SECRET: 'a'.repeat(64) }, /QUINZE_SECRET/],
    ["E-07 the demo's whole configuration", { ...demo, QUINZE_DEMO: undefined }, /outside the demo/],
    ['E-08 no database', { DATABASE_URL: '' }, /DATABASE_URL/],
    ['E-10 files kept beside the build', { QUINZE_FILES: 'files' }, /QUINZE_FILES/],
    ['E-11 a scanner that is no address', { QUINZE_CLAMD: 'clamd' }, /QUINZE_CLAMD/],
  ])('%s is refused in production', (_, changes, message) => {
    expect(() => parse({ ...production, ...changes })).toThrow(message)
  })

  test('E-12 the scanner of files is a socket or a host and port, or nobody', () => {
    expect(parse(production).scanner).toBeNull()
    expect(parse({ ...production, QUINZE_CLAMD: '/run/clamd.sock' }).scanner).toEqual({
      path: '/run/clamd.sock',
    })
    expect(parse({ ...production, QUINZE_CLAMD: '[::1]:3310' }).scanner).toEqual({ host: '::1', port: 3310 })
  })

  test('E-09 every wrong variable is named at once', () => {
    expect(() => parse({})).toThrow(/DATABASE_URL[\s\S]*QUINZE_SECRET[\s\S]*OIDC_STAFF_CLIENT_SECRET/)
  })
})
