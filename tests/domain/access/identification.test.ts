import { describe, expect, it } from 'vitest'
import {
  assistedChannels,
  type identificationWays,
  questionRule,
  waysOf,
} from '@/domain/access/identification'

/*
 * Numbered cases:
 *   ID-01 every channel has a way to know someone, and nobody shows a card where nobody is seen
 *   ID-02 one right answer never proves anyone
 */
describe('how a caller is known', () => {
  it('ID-01 every channel has a way, and a card is seen at the counter alone', () => {
    for (const channel of assistedChannels) expect(waysOf[channel].length).toBeGreaterThan(0)
    const seen = (way: (typeof identificationWays)[number]) =>
      assistedChannels.filter((channel) => waysOf[channel].includes(way))
    expect(seen('card')).toEqual(['counter'])
    expect(seen('signature')).toEqual(['paper'])
    expect(seen('accessCode')).toEqual(['telephone', 'counter'])
  })

  it('ID-02 one right answer never proves anyone', () => expect(questionRule.right).toBeGreaterThan(1))
})
