import type { Wave } from '@klankbord/storage'
import type { ServerContext } from '../context.ts'
import type { StaffSession } from '../http/route.ts'
import { audit } from '../staff/audit.ts'

/** What somebody had computed. */
export interface SeenAnalysis {
  readonly kind: 'frequencies' | 'comparison' | 'weights' | 'response' | 'scales' | 'trend' | 'benchmark'
  /** Names of questions; none: those of the whole questionnaire. */
  readonly variables: readonly string[]
  /** How many responses it was computed from. */
  readonly rows: number
}

/**
 * Writes down that somebody saw figures of a wave: of which questions and from how many responses. Whom they picked stays
 * out, since a few conditions together may describe one person.
 */
export async function auditAnalysis(
  context: ServerContext,
  staff: StaffSession | null,
  { id, studyId }: Pick<Wave, 'id' | 'studyId'>,
  { kind, variables, rows }: SeenAnalysis,
): Promise<void> {
  const details = { wave: id, kind, variables: variables.join(', '), responses: rows }
  await audit(context, staff, { action: 'analysis.seen', studyId, details })
}
