import { expect, it } from 'vitest'
import { findInstrument, INSTRUMENTS, wmoClientExperience } from '../src/index.ts'

it('finds an instrument by its id and nothing for another id', () => {
  expect(findInstrument('wmo-client-experience')).toBe(wmoClientExperience)
  expect(findInstrument('constructor')).toBeUndefined()
})

it('gives each instrument an id of its own, and offers the Wmo first', () => {
  expect(new Set(INSTRUMENTS.map((instrument) => instrument.id)).size).toBe(INSTRUMENTS.length)
  expect(INSTRUMENTS[0]).toBe(wmoClientExperience)
})
