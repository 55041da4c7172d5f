import { listFixedPlans, type FixedPlan } from '@klankbord/storage'
import { z } from 'zod'
import { json } from '../http/reply.ts'
import { dataRoute, jsonRoute, type Route } from '../http/route.ts'
import { fixPlan } from '../publication/fix-plan.ts'
import { RESEARCHERS } from '../staff/rights.ts'
import { waveInPath } from './wave-in-path.ts'

const PATH = '/api/studies/:study/waves/:wave/fixed-plans'
const UNKNOWN = { 404: 'No such study or wave.' }

/** What was fixed of a wave before its results: what its publications will show. */
export const fixedPlanRoutes: readonly Route[] = [
  dataRoute({
    method: 'GET',
    path: PATH,
    role: 'staff',
    output: 'open',
    may: RESEARCHERS,
    summary: 'The plans that were fixed for a wave, the last of which holds, with hash, date and by whom.',
    responses: { 200: 'The plans, the first one first.', ...UNKNOWN },
    handler: async (request, context) => {
      const { studyId, id } = await waveInPath(request, context)
      const plans = await listFixedPlans(context.database.db, { studyId, waveId: id })
      return json(200, { plans: plans.map(told) })
    },
  }),
  jsonRoute(z.strictObject({}), {
    method: 'POST',
    path: PATH,
    role: 'staff',
    output: 'open',
    may: RESEARCHERS,
    summary: 'Fixes the plan of the study as what the publications of a wave will show, while people may still answer.',
    responses: {
      201: 'The plan with its hash.',
      ...UNKNOWN,
      409: 'People may answer no more, or the wave is for trying out.',
      422: 'Nothing in the plan can be published, or it goes against the purpose of its questions.',
    },
    handler: async (request, context) =>
      json(201, told(await fixPlan(context, request.staff, await waveInPath(request, context)))),
  }),
]

function told({ number, plan, hash, beforeResults, by, on }: FixedPlan): object {
  return { number, plan, hash, beforeResults, by, on }
}
