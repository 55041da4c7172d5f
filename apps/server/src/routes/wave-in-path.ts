import type { Wave } from '@klankbord/storage'
import type { ServerContext } from '../context.ts'
import type { RouteRequest } from '../http/route.ts'
import { audit, type AuditedAct } from '../staff/audit.ts'
import { waveOf } from '../study/find-study.ts'

/** The wave that a path names by study and wave. @throws Problem `unknownWave` */
export async function waveInPath({ params }: RouteRequest, context: ServerContext): Promise<Wave> {
  return waveOf(context, params['study'] ?? '', params['wave'] ?? '')
}

/** Writes down what somebody did or saw of a wave: in numbers, never who was asked. */
export async function auditWave(
  { staff }: RouteRequest,
  context: ServerContext,
  { studyId, id }: Pick<Wave, 'studyId' | 'id'>,
  action: AuditedAct['action'],
  details: AuditedAct['details'] & object,
): Promise<void> {
  await audit(context, staff, { action, studyId, details: { wave: id, ...details } })
}
