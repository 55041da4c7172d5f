import { problem, textHash, type NewResponse } from '@klankbord/model'
import { findInstrument, INSTRUMENTS, sampleStudy, type SampleStudy, type SampleWave } from '@klankbord/instruments'
import { check, codebook, compile, pack } from '@klankbord/questionnaire'
import {
  createStudy,
  listStudies,
  listWaves,
  openWave,
  storeResponses,
  type Study,
  type Wave,
} from '@klankbord/storage'
import type { Codebook, Questionnaire } from '@klankbord/model'
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
  const known = new Set((await listWaves(context.database.db, study.id)).map(({ address }) => address))
  const missing = sample.waves.filter(({ address }) => !known.has(address))
  if (missing.length === 0) return
  const { version } = await publishWorkingVersion(context, {
    id: study.id,
    definition: { text: definitionText, revision: 1 },
  })
  for (const wave of missing) await loadWave(context, { study, questionnaire, version, wave })
}

function sampleHeader({
  title,
  organisation,
}: SampleStudy): Pick<Study, 'title' | 'organisation' | 'sample' | 'tryOut'> {
  return { title, organisation, sample: true, tryOut: false }
}

interface WaveToLoad {
  readonly study: Study
  readonly questionnaire: Questionnaire
  readonly version: number
  readonly wave: SampleWave
}

async function loadWave(context: ServerContext, { study, questionnaire, version, wave }: WaveToLoad): Promise<void> {
  const { title, address, mode, frame, state } = wave
  const opened = await openWave(context.database.db, study.id, { title, address, version, mode, frame, state })
  const place = { studyId: study.id, waveId: opened.id, version }
  await storeResponses(context.database.db, place, sampleResponses(questionnaire, wave), { evenIfClosed: true })
  if (state === 'closed') await publishWave(context, opened)
}

function sampleResponses(questionnaire: Questionnaire, wave: SampleWave): readonly NewResponse[] {
  const book = codebook(questionnaire)
  return wave.responses.flatMap((response, place) => {
    const checked = check(questionnaire, response.answers)
    return checked.ok ? [sampleResponse(book, checked.checked, { ...response, id: sampleId(wave, place) })] : []
  })
}

function sampleResponse(
  book: Codebook,
  checked: Parameters<typeof pack>[1],
  { id, language, week }: { readonly id: string; readonly language: string; readonly week: string },
): NewResponse {
  return {
    ...pack(book, checked),
    ...responseFields({ id, checked, language, withdrawalHash: null }),
    channel: 'import',
    week,
  }
}

/** The same made-up person has the same id, so that loading again adds nobody. */
function sampleId({ address }: Pick<Wave, 'address'>, place: number): string {
  return uuidFrom(Buffer.from(textHash(`sample/${address}/${place}`), 'hex'), 8)
}
