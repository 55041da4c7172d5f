import { problem, type Questionnaire } from '@klankbord/model'
import { compileText } from '@klankbord/questionnaire'
import {
  findVersion,
  listVersions,
  shareStudy,
  stopSharing,
  studyOrganisations,
  type Study,
  type StudyPart,
} from '@klankbord/storage'
import type { ServerContext } from '../context.ts'
import type { StaffSession } from '../http/route.ts'
import { isPart } from '../publication/shared-parts.ts'
import { audit } from '../staff/audit.ts'

/**
 * Shares a study with another organisation: its members see the total and, where a part is named, their own respondents.
 *
 * @throws Problem `notSharedWith` for the organisation whose study it is; `partNotUsable`; `partVariableDiffers`
 */
export async function shareWith(
  context: ServerContext,
  staff: StaffSession | null,
  study: Study,
  { organisationId, part }: { readonly organisationId: string; readonly part: StudyPart | null },
): Promise<void> {
  const { db } = context.database
  if (organisationId === study.organisationId) throw problem('notSharedWith', { organisation: organisationId })
  if (part !== null) await refusePart(context, study, organisationId, part)
  await shareStudy(db, study.id, organisationId, part)
  await audit(context, staff, {
    action: 'study.shared',
    studyId: study.id,
    organisationId,
    details: part === null ? {} : { variable: part.variable, value: part.value },
  })
}

/** Ends that a study is shared. @throws Problem `notSharedWith` */
export async function stopSharingWith(
  context: ServerContext,
  staff: StaffSession | null,
  studyId: string,
  organisationId: string,
): Promise<void> {
  const ended = await stopSharing(context.database.db, studyId, organisationId)
  if (!ended) throw problem('notSharedWith', { organisation: organisationId })
  await audit(context, staff, { action: 'study.unshared', studyId, organisationId })
}

async function refusePart(
  context: ServerContext,
  study: Study,
  organisationId: string,
  { variable, value }: StudyPart,
): Promise<void> {
  const questionnaire = await newest(context, study)
  if (questionnaire === null || !isPart(questionnaire, { variable, value })) {
    throw problem('partNotUsable', { variable, value })
  }
  const others = (await studyOrganisations(context.database.db, study.id)).filter(
    (one) => one.organisationId !== organisationId && one.part !== null && one.part.variable !== variable,
  )
  const [other] = others
  if (other?.part) throw problem('partVariableDiffers', { variable, expected: other.part.variable })
}

/** The latest version, or the working definition while there is none. */
async function newest({ database }: ServerContext, study: Study): Promise<Questionnaire | null> {
  const latest = (await listVersions(database.db, study.id)).at(-1)
  if (latest === undefined) return compileText(study.definition.text).questionnaire
  return (await findVersion(database.db, study.id, latest.version))?.questionnaire ?? null
}
