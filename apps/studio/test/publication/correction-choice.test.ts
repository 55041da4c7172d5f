import { expect, it } from 'vitest'
import { correctionOf } from '../../src/publication/correction-choice.ts'

it('says nothing of a mistake where there was none', () => {
  expect(correctionOf({ reason: '', words: 'Wat ik net nog typte' })).toBeUndefined()
})

it('takes the reason with its words, and without empty ones', () => {
  expect(correctionOf({ reason: 'wrongFigures', words: ' De wijk klopte niet. ' })).toEqual({
    reason: 'wrongFigures',
    words: 'De wijk klopte niet.',
  })
  expect(correctionOf({ reason: 'wrongWords', words: ' ' })).toEqual({ reason: 'wrongWords' })
})

it('waits for words where no sentence fits', () => {
  expect(correctionOf({ reason: 'other', words: ' ' })).toBeNull()
  expect(correctionOf({ reason: 'other', words: 'De raad vroeg erom.' })).toMatchObject({ reason: 'other' })
})
