import type { LocalizedText, Role } from '@klankbord/model'
import { listStudies, studyOrganisations } from '@klankbord/storage'
import { approvalOverview } from '../approval/approval-overview.ts'
import type { ServerContext } from '../context.ts'
import { knownStudies, rolesInStudy, type Rights } from './rights.ts'

/** A study in which somebody is something. */
export interface OwnStudy {
  readonly id: string
  readonly title: LocalizedText
  /** What they are for the organisation that it is of. */
  readonly roles: readonly Role[]
  /** What they are for an organisation that it is shared with. */
  readonly sharingRoles: readonly Role[]
  /** The version that waits for their approval; null when none does. */
  readonly waitsForApproval: number | null
}

/** The studies that somebody has a role in, and what waits for them there. */
export async function ownWork(context: ServerContext, rights: Rights): Promise<readonly OwnStudy[]> {
  const { db } = context.database
  const known = await knownStudies(context, { ...rights, administrator: false }, await listStudies(db))
  return Promise.all(
    known.map(async ({ id, title }): Promise<OwnStudy> => {
      const organisations = await studyOrganisations(db, id)
      const roles = [...new Set(rolesInStudy(rights, organisations, id, false))]
      const sharing = organisations.filter(({ owner }) => !owner)
      const sharingRoles = [...new Set(rolesInStudy(rights, sharing, id, true))]
      return { id, title, roles, sharingRoles, waitsForApproval: await versionWaiting(context, rights, id) }
    }),
  )
}

async function versionWaiting(context: ServerContext, rights: Rights, studyId: string): Promise<number | null> {
  const { version, organisations, steps } = await approvalOverview(context, studyId)
  const asked = steps.findLast(({ kind }) => kind === 'asked')
  if (asked === undefined || asked.version !== version) return null
  const waits = organisations.some((one) => {
    const here = { ...one, part: null }
    return one.state === 'waiting' && rolesInStudy(rights, [here], studyId, true).includes('approver')
  })
  return waits ? version : null
}
