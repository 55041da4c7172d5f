import { z } from 'zod'
import { json } from '../http/reply.ts'
import { dataRoute, jsonRoute, type Route } from '../http/route.ts'
import { saveWords, wordsOfStudy } from '../publication/report-words.ts'
import { audit } from '../staff/audit.ts'
import { RESEARCHERS } from '../staff/rights.ts'
import { studyAt } from '../study/find-study.ts'
import { signedIn } from './record-routes.ts'

const WORDS = z.looseObject({ revision: z.int().min(0) })
const UNKNOWN = { 404: 'No such study.' }

/** What authors say with the figures of a study, and what they decide of the numbers in it. */
export const reportTextRoutes: readonly Route[] = [
  dataRoute({
    method: 'GET',
    path: '/api/studies/:study/publication-texts',
    role: 'staff',
    output: 'staff',
    may: RESEARCHERS,
    summary: 'The texts that go with the results of a study, with every number in them and what was decided of it.',
    responses: { 200: 'The texts.', ...UNKNOWN },
    handler: async ({ params }, context) =>
      json(200, await wordsOfStudy(context, await studyAt(context, params['study'] ?? ''))),
  }),
  jsonRoute(WORDS, {
    method: 'PUT',
    path: '/api/studies/:study/publication-texts',
    role: 'staff',
    output: 'staff',
    may: RESEARCHERS,
    summary: 'Saves the texts that go with the results of a study, and what was decided of the numbers in them.',
    responses: {
      200: 'The texts, with their numbers.',
      ...UNKNOWN,
      409: 'Somebody else saved them meanwhile.',
      422: 'A field is wrong.',
    },
    handler: async ({ params, body, staff }, context) => {
      const study = await studyAt(context, params['study'] ?? '')
      const { user } = signedIn(staff)
      const words = await saveWords(context, study, body, user.name)
      const details = { revision: words.revision }
      await audit(context, staff, { action: 'study.textsSaved', studyId: study.id, details })
      return json(200, words)
    },
  }),
]
