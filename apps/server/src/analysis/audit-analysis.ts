import type { Wave } from '@klankbord/storage'
import type { ServerContext } from '../context.ts'
import type { StaffSession } from '../http/route.ts'
import { audit } from '../staff/audit.ts'
import type { PopulationTargets } from './weighting.ts'

/** What somebody had computed. */
export interface SeenAnalysis {
  readonly kind: 'frequencies' | 'comparison' | 'weights' | 'response' | 'scales' | 'trend' | 'benchmark'
  /** Names of what was looked at, split by and weighted by. */
  readonly variables: readonly string[]
  /** How many responses it was computed from. */
  readonly rows: number
}

/**
 * What somebody saw figures of, each once: the questions that were counted, also where none were named, what people were split by
 * and what the answers were weighted by.
 *
 * @example variablesSeen(['grade'], { by: 'district' }) // ['grade', 'district']
 */
export function variablesSeen(
  questions: readonly string[],
  { by, targets }: { readonly by?: string | undefined; readonly targets?: PopulationTargets | undefined },
): readonly string[] {
  const margins = targets?.margins.map(({ variable }) => variable) ?? []
  return [...new Set([...questions, ...(by === undefined ? [] : [by]), ...margins])]
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
