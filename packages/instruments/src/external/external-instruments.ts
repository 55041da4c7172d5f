import facts from './external-instruments.json' with { type: 'json' }
import type { ExternalInstrument } from './external-instrument.ts'

/** Questionnaires of the field that are not ours. Nothing of their wording is here. */
export const EXTERNAL_INSTRUMENTS: readonly ExternalInstrument[] = facts as readonly ExternalInstrument[]

/** The external instrument with this id, or undefined. @example findExternalInstrument('csq-8')?.rights // 'forbidden' */
export function findExternalInstrument(id: string): ExternalInstrument | undefined {
  return EXTERNAL_INSTRUMENTS.find((instrument) => instrument.id === id)
}
