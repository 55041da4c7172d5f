import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { everyKind, everyKindPictures, sampleStudy } from '@klankbord/instruments'
import type { LocalizedText, ReportPlan } from '@klankbord/model'
import { createStudy, findWaveByAddress, openWave } from '@klankbord/storage'
import type { ServerContext } from '../context.ts'
import { publishWorkingVersion } from './publish-working-version.ts'

/** Where it is filled in. */
export const EVERY_KIND_ADDRESS = 'alles-proberen'

/** It measures nothing, so nothing of it is reported. */
const NOTHING_PUBLISHED: ReportPlan = { questions: [], breakdowns: [] }

const TITLE: LocalizedText = { nl: 'Alle soorten vragen', en: 'Every kind of question' }

/**
 * Opens a round beside the sample study in which each kind of question, consents, a practice question and help lines can be
 * tried out, in every language that they are in. It is marked as made up and as a try-out. Does nothing where it is there.
 */
export async function loadEveryKind(context: ServerContext): Promise<void> {
  const { db } = context.database
  if ((await findWaveByAddress(db, EVERY_KIND_ADDRESS)) !== null) return
  putPictures(context.settings.pictures)
  const { organisation } = sampleStudy()
  const definitionText = `${JSON.stringify(everyKind, null, 2)}\n`
  const header = { title: TITLE, organisation, sample: true, tryOut: true }
  const study = await createStudy(db, { ...header, definitionText, plan: NOTHING_PUBLISHED })
  const { version } = await publishWorkingVersion(context, study)
  await openWave(db, study.id, { title: TITLE, address: EVERY_KIND_ADDRESS, version, mode: 'open', frame: null })
}

/** A picture that somebody put there under such a name stays. */
function putPictures(folder: string): void {
  mkdirSync(folder, { recursive: true })
  for (const { name, drawing } of everyKindPictures) {
    const file = join(folder, name)
    if (!existsSync(file)) writeFileSync(file, drawing)
  }
}
