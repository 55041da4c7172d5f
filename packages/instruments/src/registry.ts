import type { Instrument } from './instrument.ts'
import { wmoClientExperience } from './wmo-client-experience/wmo-client-experience.ts'

/** All instruments, in the order in which they are offered. */
export const INSTRUMENTS: readonly Instrument[] = [wmoClientExperience]

/** The instrument with this id, or undefined. @example findInstrument('wmo-client-experience')?.rights // 'own' */
export function findInstrument(id: string): Instrument | undefined {
  return INSTRUMENTS.find((instrument) => instrument.id === id)
}
