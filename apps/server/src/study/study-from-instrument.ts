import { findInstrument, INSTRUMENTS, withConsents } from '@klankbord/instruments'
import { problem, type LocalizedText, type Organisation } from '@klankbord/model'
import { createStudy, type Study } from '@klankbord/storage'
import type { ServerContext } from '../context.ts'

export interface StudyFromInstrument {
  /** Id of the instrument. */
  readonly instrument: string
  /** That of the instrument when left out. */
  readonly title?: LocalizedText
  readonly organisation: Organisation
}

/**
 * Stores a study with the definition and the plan of an instrument, to be changed as its researchers like. It asks for the
 * standard consents, and offers to be contacted again.
 *
 * @throws Problem `unknownInstrument`
 */
export async function studyFromInstrument(
  { database, settings }: ServerContext,
  { instrument: id, title, organisation }: StudyFromInstrument,
): Promise<Study> {
  const instrument = findInstrument(id)
  if (!instrument) throw problem('unknownInstrument', { instrument: id, known: INSTRUMENTS.map((one) => one.id) })
  return createStudy(database.db, {
    title: title ?? instrument.title,
    organisation,
    sample: false,
    tryOut: settings.tryOut,
    definitionText: `${JSON.stringify(withConsents(instrument.definition), null, 2)}\n`,
    plan: instrument.plan,
  })
}
