import { localize, type LanguageCode, type Questionnaire, type ReportPlan } from '@klankbord/model'
import { createStudy, openWave, publishVersion, type NewWave, type Study, type Wave } from '@klankbord/storage'
import { todayAt } from '../clock.ts'
import type { ServerContext } from '../context.ts'
import { refuseUnapproved } from '../approval/approval-overview.ts'
import { refuseUnreleased } from '../language/refuse-unreleased.ts'
import { fittingPlan } from '../publication/fitting-plan.ts'
import { refuseBrokenLimits } from '../publication/purpose-limits.ts'
import { audit } from '../staff/audit.ts'
import { missingPictures } from '../study/missing-pictures.ts'
import { nobodyToCall } from '../study/nobody-to-call.ts'
import { richOnlyFindings } from '../study/rich-only.ts'
import { codeLines, waveMode } from './codes/open-study-wave.ts'
import { definitionFile } from './definition-file.ts'
import type { ExitCode } from './exit-code.ts'
import { readPlan } from './read-plan.ts'
import { say } from './say.ts'
import type { Surroundings } from './surroundings.ts'
import { toldFindings } from './told-findings.ts'
import { waveAddresses } from './waves/wave-addresses.ts'
import { inWorkplace, publicUrlOf } from './workplace.ts'

export interface ImportStudyOptions {
  readonly data: string
  readonly mode: string
  readonly title?: string
  readonly organisation?: string
  readonly plan?: string
  readonly portion?: number
  readonly graceDays?: number
}

/** A study that was put together, before anything is stored. */
interface ImportedStudy {
  readonly title?: string
  readonly organisation?: string
  readonly questionnaire: Questionnaire
  readonly definition: string
  readonly plan: ReportPlan
  readonly entrance: Pick<NewWave, 'mode' | 'portion' | 'graceDays'>
}

/** Publishes all that can be counted and is not sensitive, split by nothing. */
const NOTHING_NAMED: ReportPlan = { questions: [], breakdowns: [] }

/** Makes a study of a definition, publishes its first version and opens a wave. Faults stop it before anything is made. */
export async function importStudy(place: Surroundings, file: string, options: ImportStudyOptions): Promise<ExitCode> {
  const mode = waveMode(options.mode)
  const read = await definitionFile(file)
  const { text: definition, questionnaire, findings } = read
  const ofServer =
    questionnaire === null
      ? []
      : [
          ...richOnlyFindings(questionnaire),
          ...nobodyToCall(questionnaire),
          ...missingPictures(definition, options.data),
        ]
  const { lines, faults: count } = toldFindings([...findings, ...ofServer], read)
  for (const line of lines) place.terminal.warn(line)
  if (questionnaire === null || count > 0) {
    place.terminal.warn(say('definitionStopped', { count, file }))
    return 1
  }
  const plan =
    options.plan === undefined ? fittingPlan(NOTHING_NAMED, questionnaire) : await readPlan(options.plan, questionnaire)
  refuseBrokenLimits(questionnaire, plan)
  const { title, organisation } = options
  const { portion, graceDays } = options
  const entrance = { mode, ...(portion && { portion }), ...(graceDays !== undefined && { graceDays }) }
  const own = { ...(title && { title }), ...(organisation && { organisation }) }
  const study = { ...own, questionnaire, definition, plan, entrance }
  await inWorkplace(place, { data: options.data, publicUrl: publicUrlOf(place) }, async ({ context }) => {
    const opened = await openStudy(context, study)
    const details = { wave: opened.wave.id, mode: opened.wave.mode }
    await audit(context, null, { action: 'study.begun', studyId: opened.study.id, details })
    announce(place, opened, questionnaire.language, options)
  })
  return 0
}

/** Stores a study with its first version and an open wave. */
async function openStudy(
  context: ServerContext,
  { title, organisation, questionnaire, definition, plan, entrance }: ImportedStudy,
): Promise<{ readonly study: Study; readonly wave: Wave }> {
  const { db } = context.database
  const { language } = questionnaire
  await refuseUnreleased(context, questionnaire)
  const study = await createStudy(db, {
    title: title === undefined ? questionnaire.title : { [language]: title },
    organisation: { name: organisation ?? say('defaultOrganisation', { language }) },
    sample: false,
    tryOut: context.settings.tryOut,
    definitionText: definition,
    plan,
  })
  const publishedOn = todayAt(context.clock.now()).today
  const { version } = await publishVersion(db, study.id, { questionnaire, definition, publishedOn })
  await refuseUnapproved(context, study, version)
  const waveTitle = { nl: say('firstWave', { language: 'nl' }), en: say('firstWave', { language: 'en' }) }
  return { study, wave: await openWave(db, study.id, { title: waveTitle, version, frame: null, ...entrance }) }
}

function announce(
  place: Surroundings,
  { study, wave }: { readonly study: Study; readonly wave: Wave },
  language: LanguageCode,
  options: ImportStudyOptions,
): void {
  const { terminal } = place
  terminal.print(say('studyMade', { title: localize(study.title, language, language) }))
  terminal.print(say('waveMade', { address: wave.address }))
  for (const line of waveAddresses(place, options, wave)) terminal.print(line)
  for (const line of codeLines(wave)) terminal.print(line)
  if (options.organisation === undefined) terminal.warn(say('organisationLeftOut', { name: study.organisation.name }))
}
