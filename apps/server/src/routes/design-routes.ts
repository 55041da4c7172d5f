import { saveDefinition, savePeople } from '@klankbord/storage'
import { z } from 'zod'
import { json } from '../http/reply.ts'
import { dataRoute, jsonRoute, type Route, type StaffSession } from '../http/route.ts'
import { READ_ALONG, RESEARCHERS, type Rights } from '../staff/rights.ts'
import { studyAt } from '../study/find-study.ts'
import { peopleOfStudy } from '../study/people-singled-out.ts'
import { NEW_WORDS } from '../study/new-words.ts'
import { rewordedDefinition } from '../study/reworded-definition.ts'
import { studyWording } from '../study/study-wording.ts'

const WORDING = z.strictObject({ revision: z.int().min(0), words: NEW_WORDS })
const PEOPLE = z.strictObject({ people: z.int().min(0).max(100_000_000).nullable() })

const UNKNOWN = { 404: 'No such study.' }

/** What the studio asks for while a questionnaire is designed, beside its definition. */
export const designRoutes: readonly Route[] = [
  dataRoute({
    method: 'GET',
    path: '/api/studies/:study/wording',
    role: 'staff',
    output: 'staff',
    may: READ_ALONG,
    summary: 'How a study words T1 to T10, beside our words, and with which waves each may be compared.',
    responses: {
      200: 'The topics; none when it was made from something else.',
      ...UNKNOWN,
      422: 'It does not compile.',
    },
    handler: async ({ params, staff }, context) =>
      json(200, await studyWording(context, await studyAt(context, params['study'] ?? ''), rightsIn(staff))),
  }),
  jsonRoute(WORDING, {
    method: 'PUT',
    path: '/api/studies/:study/wording',
    role: 'staff',
    output: 'staff',
    audited: 'questionnaire.worded',
    may: RESEARCHERS,
    summary: 'Puts words of the study in the place of ours at some topics; null takes ours back.',
    responses: {
      200: 'Kept in the working definition.',
      ...UNKNOWN,
      409: 'Somebody else changed it.',
      422: 'A field is wrong, the topic is unknown, or the definition does not compile.',
    },
    handler: async ({ params, body, staff }, context) => {
      const study = await studyAt(context, params['study'] ?? '')
      const text = rewordedDefinition(study.definition.text, body.words)
      const revision = await saveDefinition(context.database.db, study.id, { text, revision: body.revision })
      return json(200, await studyWording(context, { ...study, definition: { text, revision } }, rightsIn(staff)))
    },
  }),
  dataRoute({
    method: 'GET',
    path: '/api/studies/:study/people',
    role: 'staff',
    output: 'staff',
    may: READ_ALONG,
    summary: 'How many people get the questionnaire, and how many of them its background questions could single out.',
    responses: { 200: 'The number, and what follows from it in sentences.', ...UNKNOWN },
    handler: async ({ params }, context) =>
      json(200, await peopleOfStudy(context, await studyAt(context, params['study'] ?? ''))),
  }),
  jsonRoute(PEOPLE, {
    method: 'PUT',
    path: '/api/studies/:study/people',
    role: 'staff',
    output: 'staff',
    audited: 'people.counted',
    may: RESEARCHERS,
    summary: 'Remembers how many people get the questionnaire; null forgets it.',
    responses: { 200: 'The number, and what follows from it in sentences.', ...UNKNOWN, 422: 'It is no number.' },
    handler: async ({ params, body }, context) => {
      const study = await studyAt(context, params['study'] ?? '')
      await savePeople(context.database.db, study.id, body.people)
      return json(200, await peopleOfStudy(context, { ...study, people: body.people }))
    },
  }),
]

/** A route of staff is not reached without a session; who had none would know of nothing. */
function rightsIn(staff: StaffSession | null): Rights {
  return staff?.rights ?? { administrator: false, memberships: [] }
}
