import { beforeAll, describe, expect, it } from 'vitest'
import { openOffice } from '../statement/office'
import { withWorld } from '../../support/world'
import { home, known, token } from './caller'

process.env['QUINZE_TELEPHONE_TOKEN'] = token
const world = withWorld({ people: false })
let office: string
beforeAll(async () => {
  office = await openOffice(world.owner)
})

describe('smoke', () => {
  it('files nothing changed', async () => {
    const one = await home(world.owner, office)
    const caller = await known(one)
    console.log(caller.answer.xml)
    for (const key of ['1', '1', '1']) console.log((await caller.press(key)).xml)
    console.log(await world.owner.filing.findMany())
    console.log((await caller.again()).xml === caller.answer.xml)
  })
})
