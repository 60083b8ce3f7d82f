import { describe, expect, test } from 'vitest'
import { parse } from '@/server/env'
import { configurationFor } from '../support/in-process'

const demo = configurationFor('postgres://quinze_web@localhost/quinze')
const production = {
  DATABASE_URL: 'postgres://quinze_web@db/quinze',
  QUINZE_URL: 'https://quinze.example',
  QUINZE_SECRET: 'aZ3_kP9-wQ7xVb2NcR5tYu8iOp1Ls4Dm6Fg0Hj_EnKtB',
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
  ])('%s is refused in production', (_, changes, message) => {
    expect(() => parse({ ...production, ...changes })).toThrow(message)
  })

  test('E-09 every wrong variable is named at once', () => {
    expect(() => parse({})).toThrow(/DATABASE_URL[\s\S]*QUINZE_SECRET[\s\S]*OIDC_STAFF_CLIENT_SECRET/)
  })
})
