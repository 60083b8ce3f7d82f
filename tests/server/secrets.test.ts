import { beforeAll, describe, expect, test } from 'vitest'
import { configurationFor } from '../support/in-process'

beforeAll(() => {
  Object.assign(process.env, configurationFor('postgres://quinze_web@localhost/quinze'))
})
const secrets = () => import('@/server/secrets')

describe('what is sealed', () => {
  test('S-01 opens to what was closed, and says nothing of it meanwhile', async () => {
    const { seal, unseal } = await secrets()
    const sealed = seal('work.0.employer=Café Imaginaire')
    expect(sealed.toString('utf8')).not.toContain('Imaginaire')
    expect(unseal(sealed)).toBe('work.0.employer=Café Imaginaire')
    expect(seal('same').equals(seal('same'))).toBe(false)
  })

  test('S-02 does not open once a single bit was changed', async () => {
    const { seal, unseal } = await secrets()
    const sealed = seal('words')
    for (let index = 0; index < sealed.length; index += 1) {
      const spoiled = Buffer.from(sealed)
      spoiled[index] = spoiled[index]! ^ 1
      expect(() => unseal(spoiled)).toThrow()
    }
  })
})

describe('the key of a form', () => {
  test('S-03 belongs to one session', async () => {
    const { formKey, isFormKey } = await secrets()
    const key = formKey('one', 'Adèle')
    expect(isFormKey('one', key)).toBe(true)
    expect(isFormKey('two', key)).toBe(false)
    expect(isFormKey('Adèle', key)).toBe(false)
    expect(isFormKey('one', '')).toBe(false)
    expect(isFormKey('one', key.slice(1))).toBe(false)
  })

  test('S-04 is for one person; a form that names nobody is for whoever sends it', async () => {
    const { formKey, isFormOf } = await secrets()
    const key = formKey('one', 'Adèle')
    expect(isFormOf('Adèle', key)).toBe(true)
    expect(isFormOf('Bruno', key)).toBe(false)
    expect(isFormOf('one', key)).toBe(false)
    expect(isFormOf('Bruno', '')).toBe(true)
    expect(isFormOf('Bruno', key.split('.')[0]!)).toBe(true)
  })
})
