import type { LocalizedText, Role } from '@klankbord/model'
import type { Desk } from '../desk/desks.ts'
import type { OwnStudy, ReadablePublication } from '../api/work-types.ts'

/** A page of a study that some role works on. */
interface WorkPage {
  readonly kind: 'approval' | 'entry' | Exclude<Desk, 'outbox'>
  /** Under the address of the study. */
  readonly path: string
  readonly roles: readonly Role[]
  /** Also for who is it in an organisation that the study is shared with. */
  readonly alsoSharing: boolean
}

/** The pages that roles other than the researcher's work on; a line per page that exists. */
export const WORK_PAGES: readonly WorkPage[] = [
  { kind: 'approval', path: 'approval', roles: ['approver'], alsoSharing: true },
  { kind: 'entry', path: 'entry', roles: ['interviewer', 'dataEntry'], alsoSharing: false },
  { kind: 'records', path: 'records', roles: ['recordReader'], alsoSharing: false },
  { kind: 'privacy', path: 'privacy', roles: ['privacyOfficer'], alsoSharing: false },
  { kind: 'quotes', path: 'quotes', roles: ['clientExpert'], alsoSharing: false },
  {
    kind: 'comments',
    path: 'comments',
    roles: ['coResearcher', 'clientExpert', 'approver'],
    alsoSharing: false,
  },
]

/** Something that somebody can do in a study. */
export interface WorkLink {
  readonly kind: WorkPage['kind']
  readonly href: string
}

/** A study with what somebody can do in it besides a researcher's work, which has a list of its own. */
export interface WorkOfStudy {
  readonly id: string
  readonly title: LocalizedText
  /** The version that waits for their approval. */
  readonly waits: number | null
  /** Whether they approve here and no version waits; of other work nobody knows here whether there is any. */
  readonly nothingWaits: boolean
  readonly links: readonly WorkLink[]
}

/**
 * What somebody can do, worked out from what they are: studies in which something waits for them first. A study in which there
 * is nothing to do for them is left out.
 */
export function myWork(studies: readonly OwnStudy[]): readonly WorkOfStudy[] {
  return studies
    .map(({ id, title, roles, sharingRoles, waitsForApproval }): WorkOfStudy => {
      const pages = WORK_PAGES.filter((page) =>
        page.roles.some((role) => roles.includes(role) || (page.alsoSharing && sharingRoles.includes(role))),
      )
      const links = pages.map(({ kind, path }) => ({ kind, href: `/studies/${id}/${path}` }))
      const nothingWaits = waitsForApproval === null && links.some(({ kind }) => kind === 'approval')
      return { id, title, waits: waitsForApproval, nothingWaits, links }
    })
    .filter(({ links }) => links.length > 0)
    .toSorted((a, b) => Number(b.waits !== null) - Number(a.waits !== null))
}

/** What somebody may read and does not find in their list of studies already, which has all of a researcher's. */
export function toRead(
  publications: readonly ReadablePublication[],
  studies: readonly OwnStudy[],
): readonly ReadablePublication[] {
  const researched = new Set(studies.filter(({ roles }) => roles.includes('researcher')).map(({ id }) => id))
  return publications.filter(({ studyId }) => !researched.has(studyId))
}
