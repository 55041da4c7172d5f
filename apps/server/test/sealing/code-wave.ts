import { contentHash } from '@klankbord/model'
import {
  createStudy,
  openWave,
  publishVersion,
  storeResponse,
  type Database,
  type ResponsePlace,
  type Wave,
} from '@klankbord/storage'
import { WMO } from '../wmo-wave.ts'

/** Opens an anonymous wave of the first version of the study of another wave. */
export async function openCodeWave(db: Database['db'], studyId: string, portion = 20): Promise<Wave> {
  const title = { nl: 'Met een code' }
  return openWave(db, studyId, { title, version: 1, mode: 'codeAnonymous', frame: null, portion })
}

/** Opens an anonymous wave of a study of its own. */
export async function openCodeWaveOfItsOwn(db: Database['db'], portion: number): Promise<Wave> {
  const study = await createStudy(db, {
    title: { nl: 'Voorbeeld' },
    organisation: { name: 'Voorbeeldstad' },
    sample: false,
    tryOut: false,
    definitionText: '{}',
    plan: { questions: [], breakdowns: [] },
  })
  await publishVersion(db, study.id, { questionnaire: WMO, definition: '{}' })
  return openCodeWave(db, study.id, portion)
}

/** Of this wave only: what other tests write to the log of the same server is not taken for it. */
const codeHash = (waveId: string, n: number): string => contentHash({ waveId, code: n })

/** Hands out a code for each number and lets somebody answer with it. */
export async function answerWithCodes(
  db: Database['db'],
  { studyId, waveId, version }: ResponsePlace,
  numbers: readonly number[],
): Promise<void> {
  const rows = numbers.map((n) => ({
    study_id: studyId,
    wave_id: waveId,
    code_hash: codeHash(waveId, n),
    stratum: null,
  }))
  await db
    .insertInto('access_codes')
    .values(rows.map((row) => ({ ...row, response_id: null })))
    .execute()
  for (const n of numbers) {
    await storeResponse(db, {
      place: { studyId, waveId, version },
      response: {
        id: `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`,
        answers: { safe: 1 },
        empties: {},
        codes: [1],
        numbers: [],
        language: 'nl',
        channel: 'web',
        week: '2026-W47',
        withdrawalHash: null,
        contentHash: contentHash({ safe: 1 }),
      },
      codeHash: codeHash(waveId, n),
      today: '2026-11-22',
      byStaff: false,
    })
  }
}
