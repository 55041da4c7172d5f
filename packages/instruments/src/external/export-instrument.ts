import { problem, type Json } from '@klankbord/model'
import type { Instrument } from '../instrument.ts'
import type { StudyInstrument } from '../own-wording/with-own-wording.ts'
import { findExternalInstrument } from './external-instruments.ts'

/** An instrument as a file for somebody else's study. The rights travel with the definition. */
export interface InstrumentFile {
  readonly format: 'klankbord-instrument/1'
  readonly id: string
  readonly title: Instrument['title']
  readonly rights: 'own'
  readonly about: Instrument['about']
  readonly definition: Json
  readonly plan: Instrument['plan']
  readonly purposeLimits: Instrument['purposeLimits']
}

/**
 * An instrument as a file to hand on. This is the one way out for an instrument, as against a study's own definition,
 * which stays with the study. What is entered under the id of an external instrument keeps the rights of that one,
 * whatever it says of itself.
 *
 * @throws Problem `instrumentNotExportable` for a study's own wording, and for an external instrument that is not free
 * @example exportInstrument(wmoClientExperience).rights // 'own'
 */
export function exportInstrument(instrument: Instrument | StudyInstrument): InstrumentFile {
  const { id, title, rights, about, definition, plan, purposeLimits } = instrument
  const external = findExternalInstrument(id)
  if (rights !== 'own' || (external && external.rights !== 'free'))
    throw problem('instrumentNotExportable', { instrument: id, rights: external?.rights ?? rights })
  return { format: 'klankbord-instrument/1', id, title, rights, about, definition, plan, purposeLimits }
}
