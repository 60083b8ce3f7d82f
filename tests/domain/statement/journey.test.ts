import { describe, expect, it } from 'vitest'
import {
  type JourneyAnswers,
  journeyPages,
  pageAfter,
  questionsFor,
  sendingPage,
} from '../../../src/domain/statement/journey'

const unchanged: JourneyAnswers = { kind: 'statement', ticked: [], estimateDiffers: false, correcting: false }

describe('the path through a statement', () => {
  it('J-01 an unchanged statement is one page, sent from there', () => {
    expect(journeyPages(unchanged)).toEqual(['start'])
    expect(sendingPage(unchanged)).toBe('start')
    expect(pageAfter('start', unchanged)).toBeNull()
  })

  it('J-02 a ticked topic leads to its questions, then to the verification', () => {
    const answers: JourneyAnswers = { ...unchanged, ticked: ['move'] }
    expect(pageAfter('start', answers)).toBe('questions')
    expect(pageAfter('questions', answers)).toBe('verification')
    expect(pageAfter('verification', answers)).toBeNull()
  })

  it('J-03 an estimate that turned out otherwise is shown with its effect before it is sent', () => {
    expect(journeyPages({ ...unchanged, estimateDiffers: true })).toEqual(['start', 'verification'])
  })

  it('J-04 a correction always passes by the verification, where its reason is asked', () => {
    expect(journeyPages({ ...unchanged, correcting: true })).toEqual(['start', 'verification'])
  })

  it('J-05 a change report always has questions: it cannot say that nothing changed', () => {
    expect(journeyPages({ ...unchanged, kind: 'change' })).toEqual(['start', 'questions', 'verification'])
  })

  it('J-06 asks each ticked topic once, in the order of the house, and ignores what is no topic', () => {
    expect(questionsFor(['other', 'work', 'work', 'shoe size', '__proto__'])).toEqual(['work', 'other'])
  })
})
