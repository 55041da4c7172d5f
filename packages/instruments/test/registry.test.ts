import { compile } from '@klankbord/questionnaire'
import { expect, it } from 'vitest'
import { findInstrument, INSTRUMENTS, wmoClientExperience } from '../src/index.ts'

it('finds an instrument by its id and nothing for another id', () => {
  expect(findInstrument('wmo-client-experience')).toBe(wmoClientExperience)
  expect(findInstrument('constructor')).toBeUndefined()
})

it('ships only instruments of our own, each with its own id and free of findings', () => {
  expect(new Set(INSTRUMENTS.map((instrument) => instrument.id)).size).toBe(INSTRUMENTS.length)
  for (const { definition, rights } of INSTRUMENTS) {
    expect(rights).toBe('own')
    expect(compile(definition).findings).toEqual([])
  }
})
