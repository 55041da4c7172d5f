import { problem, textHash, type NewResponse } from '@klankbord/model'
import { findInstrument, INSTRUMENTS, sampleStudy, type SampleStudy, type SampleWave } from '@klankbord/instruments'
import { check, codebook, compile, pack } from '@klankbord/questionnaire'
import {
  answersDeletedOn,
  countResponses,
  createStudy,
  listPublications,
  listStudies,
  listWaves,
  openWave,
  storeResponses,
  type Study,
  type Wave,
} from '@klankbord/storage'
import type { Questionnaire } from '@klankbord/model'
import { todayAt } from '../clock.ts'
import type { ServerContext } from '../context.ts'
import { publishWave } from '../publication/publish-wave.ts'
import { uuidFrom } from '../randomness.ts'
import { responseFields } from '../respondent/store-checked.ts'
import { publishWorkingVersion } from './publish-working-version.ts'

/**
 * Puts the sample study in the database: its waves, their made-up answers, and the results of each closed wave.
 * Does nothing where a sample study is already; finishes one that was cut off halfway.
 */
export async function loadSample(context: ServerContext): Promise<void> {
  const sample = sampleStudy()
  const instrument = findInstrument(sample.instrument)
  if (!instrument)
    throw problem('unknownInstrument', { instrument: sample.instrument, known: INSTRUMENTS.map(({ id }) => id) })
  const definitionText = `${JSON.stringify(instrument.definition, null, 2)}\n`
  const { questionnaire } = compile(instrument.definition)
  if (questionnaire === null) throw problem('definitionRefused', { findings: 1 })

  const study =
    (await listStudies(context.database.db)).find((known) => known.sample) ??
    (await createStudy(context.database.db, { ...sampleHeader(sample), definitionText, plan: instrument.plan }))
  const waves = await listWaves(context.database.db, study.id)
  for (const wave of sample.waves) {
    const known = waves.find(({ address }) => address === wave.address)
    const opened = known ?? (await openSampleWave(context, study, definitionText, wave))
    await fillWave(context, { opened, questionnaire, wave })
  }
}

function sampleHeader({
  title,
  organisation,
}: SampleStudy): Pick<Study, 'title' | 'organisation' | 'sample' | 'tryOut'> {
  return { title, organisation, sample: true, tryOut: false }
}

async function openSampleWave(
  context: ServerContext,
  { id }: Study,
  text: string,
  { title, address, mode, frame, state }: SampleWave,
): Promise<Wave> {
  const { version } = await publishWorkingVersion(context, { id, definition: { text, revision: 1 } })
  return openWave(context.database.db, id, { title, address, version, mode, frame, state })
}

interface WaveToFill {
  readonly opened: Wave
  readonly questionnaire: Questionnaire
  readonly wave: SampleWave
}

/** Stores what is missing of the made-up answers, and publishes a closed wave that was not published yet. */
async function fillWave(context: ServerContext, { opened, questionnaire, wave }: WaveToFill): Promise<void> {
  const { db } = context.database
  const place = { studyId: opened.studyId, waveId: opened.id, version: opened.version }
  // Its term is over, as it may be for answers of people.
  if ((await answersDeletedOn(db, place.studyId, place.waveId)) !== null) return
  if ((await countResponses(db, place.studyId, place.waveId)) < wave.responses.length) {
    const { today } = todayAt(context.clock.now())
    const arrivals = sampleResponses(questionnaire, wave).map((response) => ({
      place,
      response,
      codeHash: null,
      today,
      byStaff: true,
    }))
    await storeResponses(db, arrivals)
  }
  if (wave.state !== 'closed') return
  const published = (await listPublications(db, place.studyId)).some(({ waveId }) => waveId === opened.id)
  if (!published) await publishWave(context, opened)
}

function sampleResponses(questionnaire: Questionnaire, wave: SampleWave): readonly NewResponse[] {
  return wave.responses.flatMap((response, place) => {
    const checked = check(questionnaire, response.answers)
    return checked.ok
      ? [sampleResponse(questionnaire, checked.checked, { ...response, id: sampleId(wave, place) })]
      : []
  })
}

function sampleResponse(
  questionnaire: Questionnaire,
  checked: Parameters<typeof pack>[1],
  { id, language, week }: { readonly id: string; readonly language: string; readonly week: string },
): NewResponse {
  return {
    ...pack(codebook(questionnaire), checked),
    ...responseFields(questionnaire, 'open', { id, checked, language, withdrawalHash: null }),
    channel: 'import',
    week,
  }
}

/** The same made-up person has the same id, so that loading again adds nobody. */
function sampleId({ address }: Pick<Wave, 'address'>, place: number): string {
  return uuidFrom(Buffer.from(textHash(`sample/${address}/${place}`), 'hex'), 8)
}
