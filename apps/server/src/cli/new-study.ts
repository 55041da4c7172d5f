import { localize } from '@klankbord/model'
import { audit } from '../staff/audit.ts'
import { studyFromInstrument } from '../study/study-from-instrument.ts'
import { knownAddress } from './known-address.ts'
import { say } from './say.ts'
import type { Surroundings } from './surroundings.ts'
import { inWorkplace, publicUrlOf } from './workplace.ts'

export interface NewStudyOptions {
  readonly data: string
  readonly instrument: string
  readonly title?: string
  readonly organisation?: string
}

/**
 * Makes a study from a ready-made questionnaire. No version is frozen: an instrument holds places that a study fills in
 * first, such as its districts.
 *
 * @throws Problem `unknownInstrument`
 */
export async function newStudy(place: Surroundings, options: NewStudyOptions): Promise<void> {
  const { data, instrument, title, organisation } = options
  await inWorkplace(place, { data, publicUrl: publicUrlOf(place, knownAddress(data)) }, async ({ context }) => {
    const name = organisation ?? say('defaultOrganisation', { language: 'nl' })
    const study = await studyFromInstrument(context, {
      instrument,
      organisation: { name },
      ...(title === undefined ? {} : { title: { nl: title } }),
    })
    await audit(context, null, { action: 'study.begun', studyId: study.id, details: { instrument } })
    place.terminal.print(say('studyMade', { title: localize(study.title, 'en', 'nl') }))
    place.terminal.print(say('studyGoOn', { url: `${context.settings.publicUrl()}/studio/studies/${study.id}/design` }))
    place.terminal.print(say('studyThenOpen', { id: study.id }))
    if (organisation === undefined) place.terminal.warn(say('organisationLeftOut', { name }))
  })
}
