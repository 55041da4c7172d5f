import { readResponsesCsv } from '@klankbord/exchange'
import {
  contentHash,
  DEFAULT_POLICY,
  textHash,
  type NewResponse,
  type Publication,
  type Questionnaire,
  type ReportPlan,
} from '@klankbord/model'
import { codebook, compileText, pack, toDatasetAsync } from '@klankbord/questionnaire'
import { publish } from '@klankbord/reporting'
import {
  createStudy,
  openWave,
  publishVersion,
  readPacked,
  storeResponses,
  type Database,
  type Wave,
} from '@klankbord/storage'
import { definitionText, reportPlan } from './example-files.ts'

type Store = Database['db']

/** A wave that people can answer, with what it asks. */
export interface OpenedWave {
  readonly wave: Wave
  readonly questionnaire: Questionnaire
  readonly plan: ReportPlan
}

/** What `study import` does: a study, its first version and an open wave. */
export async function openStudy(db: Store): Promise<OpenedWave> {
  const definition = definitionText()
  const plan = reportPlan()
  const { questionnaire } = compileText(definition)
  if (questionnaire === null) throw new Error('the definition does not compile')
  const { title } = questionnaire
  const organisation = { name: 'Voorbeeldstad' }
  const study = await createStudy(db, {
    title,
    organisation,
    sample: false,
    tryOut: false,
    definitionText: definition,
    plan,
  })
  const { version } = await publishVersion(db, study.id, { questionnaire, definition, publishedOn: '2026-11-22' })
  return { wave: await openWave(db, study.id, { title, version, mode: 'open', frame: null }), questionnaire, plan }
}

/** What `responses import` does, for a file of which every row is good. @returns how many were stored */
export async function importRows(db: Store, { wave, questionnaire }: OpenedWave, text: string): Promise<number> {
  const book = codebook(questionnaire)
  const responses: NewResponse[] = []
  for await (const row of readResponsesCsv(text, questionnaire)) {
    if ('findings' in row) throw new Error(`line ${row.line} was refused`)
    const { line, answers, empties } = row
    responses.push({
      ...pack(book, { answers, empties }),
      id: idOf(`${textHash(text)}/${line}`),
      answers,
      empties,
      language: questionnaire.language,
      channel: 'import',
      week: '2026-W47',
      withdrawalHash: null,
      contentHash: contentHash(answers),
    })
  }
  const outcomes = await storeResponses(db, placeOf(wave), responses)
  return outcomes.filter((outcome) => 'outcome' in outcome && outcome.outcome === 'created').length
}

/** What `publish` does: from the stored answers to a protected, sealed publication. */
export async function publishWave(db: Store, { wave, questionnaire, plan }: OpenedWave): Promise<Publication> {
  const { studyId, id, version } = wave
  return publish({
    id: 'personality-items',
    edition: 1,
    publishedOn: '2026-11-22',
    study: { title: questionnaire.title, organisation: 'Voorbeeldstad', sample: false, tryOut: false },
    wave: { title: wave.title, mode: wave.mode, from: '2026-W47', to: '2026-W47' },
    questionnaire,
    version,
    dataset: await toDatasetAsync(codebook(questionnaire), readPacked(db, studyId, id, version)),
    frame: wave.frame,
    plan,
    policy: DEFAULT_POLICY,
    previous: [],
    digest: 'kept by the server',
  })
}

function placeOf({ studyId, id, version }: Wave): { studyId: string; waveId: string; version: number } {
  return { studyId, waveId: id, version }
}

/** The same row of the same file has the same id, so that importing twice stores nothing twice. */
function idOf(text: string): string {
  const hex = textHash(text)
  return [hex.slice(0, 8), hex.slice(8, 12), `8${hex.slice(13, 16)}`, `8${hex.slice(17, 20)}`, hex.slice(20, 32)].join(
    '-',
  )
}
