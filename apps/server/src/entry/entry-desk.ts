import type { EntryChannel, EntryDesk, EntryWave, OwnPaperEntry } from '@klankbord/model'
import {
  findPaperEntryWay,
  listWaves,
  openPaper,
  ownPaperEntries,
  studyOrganisations,
  type Wave,
} from '@klankbord/storage'
import type { ServerContext } from '../context.ts'
import type { StaffSession } from '../http/route.ts'
import { recentWaveAt } from '../respondent/visit.ts'
import { wavePhase, type WavePhase } from '../respondent/wave-phase.ts'
import { rolesInStudy } from '../staff/rights.ts'
import { studyAt } from '../study/find-study.ts'
import type { TypedForm } from './typed-form.ts'

const ENTERED: readonly EntryChannel[] = ['paper', 'telephone', 'interviewer']
const TAKEN: ReadonlySet<WavePhase> = new Set(['open', 'finishing'])

/** What somebody finds who comes to enter answers: rounds that take any, and their own forms that wait. No answer. */
export async function entryDesk(context: ServerContext, staff: StaffSession, studyId: string): Promise<EntryDesk> {
  const { db } = context.database
  const study = await studyAt(context, studyId)
  const roles = rolesInStudy(staff.rights, await studyOrganisations(db, studyId), studyId, false)
  const waves = (await listWaves(db, studyId)).filter((wave) => TAKEN.has(wavePhase(wave, context.clock)))
  const researcher = roles.includes('researcher')
  const typist = roles.includes('dataEntry')
  return {
    title: study.title,
    mayInterview: researcher || roles.includes('interviewer'),
    mayTypePaper: typist,
    mayChoosePaper: researcher,
    waves: await Promise.all(waves.map((wave) => entryWave(context, wave))),
    own: typist ? await ownForms(context, studyId, staff.user.id) : [],
  }
}

async function entryWave(context: ServerContext, wave: Wave): Promise<EntryWave> {
  const { id, title, mode, state, channels } = wave
  const { languages } = await recentWaveAt(context, wave.address)
  const paper = await findPaperEntryWay(context.database.db, { studyId: wave.studyId, waveId: id })
  return { id, title, mode, state, languages, paper, channels: ENTERED.filter((one) => channels.includes(one)) }
}

async function ownForms(context: ServerContext, studyId: string, typist: string): Promise<readonly OwnPaperEntry[]> {
  const entries = await ownPaperEntries(context.database.db, studyId, typist)
  const key = context.settings.keys.accessCodes
  return entries.map(({ id, waveId, state, sealed, formHash }) => {
    const typed = openPaper(sealed, key, { studyId, waveId, formHash }, typist) as TypedForm | null
    return { id, waveId, state, form: typed?.form ?? null }
  })
}
