import { problem, type NewResponse, type OfferedChannel } from '@klankbord/model'
import { findInstrument, INSTRUMENTS, sampleStudy, type SampleStudy, type SampleWave } from '@klankbord/instruments'
import { check, compile } from '@klankbord/questionnaire'
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
import { loadSampleInvitations } from './load-sample-invitations.ts'
import { publishWorkingVersion } from './publish-working-version.ts'
import { sampleResponse } from './sample-response.ts'

/**
 * Puts the sample study in the database: its waves, their made-up answers, the results of the closed wave with a frame, and a
 * wave for which people were invited by name.
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
    (await listStudies(context.database.db)).find(({ sample: made, tryOut }) => made && !tryOut) ??
    (await createStudy(context.database.db, { ...sampleHeader(sample), definitionText, plan: instrument.plan }))
  const waves = await listWaves(context.database.db, study.id)
  for (const wave of sample.waves) {
    const known = waves.find(({ address }) => address === wave.address)
    const opened = known ?? (await openSampleWave(context, study, definitionText, wave))
    await fillWave(context, { opened, questionnaire, wave })
  }
  const { title, address } = sample.invited
  const byInvitation = { title, address, mode: 'codeConfidential', frame: null, state: 'open' } as const
  const invited =
    waves.find((known) => known.address === address) ??
    (await openSampleWave(context, study, definitionText, byInvitation))
  await loadSampleInvitations(context, invited, questionnaire, sample.invited)
}

function sampleHeader({
  title,
  organisation,
}: SampleStudy): Pick<Study, 'title' | 'organisation' | 'sample' | 'tryOut'> {
  return { title, organisation, sample: true, tryOut: false }
}

/** Everything that an organisation can offer, to be seen. */
const SAMPLE_WAYS: readonly OfferedChannel[] = ['web', 'paper', 'telephone', 'interviewer']

async function openSampleWave(
  context: ServerContext,
  { id }: Study,
  text: string,
  { title, address, mode, frame, state }: Pick<SampleWave, 'title' | 'address' | 'mode' | 'frame' | 'state'>,
): Promise<Wave> {
  const { version } = await publishWorkingVersion(context, { id, definition: { text, revision: 1 } })
  return openWave(context.database.db, id, { title, address, version, mode, frame, state, channels: SAMPLE_WAYS })
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
  return wave.responses.flatMap(({ answers, language, week }, place) => {
    const checked = check(questionnaire, answers)
    const arrival = { language, week, channel: 'import', help: 'notKnown', withdrawalHash: null } as const
    return checked.ok ? [sampleResponse(questionnaire, checked.checked, arrival, `${wave.address}/${place}`)] : []
  })
}
