import { HELP_KINDS, problem } from '@klankbord/model'
import { deletePaperEntry, isUuid, savePaperEntryWay } from '@klankbord/storage'
import { z } from 'zod'
import { lookAtCode, type Entrance } from '../access/code-entrance.ts'
import type { ServerContext } from '../context.ts'
import { auditEntering } from '../entry/audit-entering.ts'
import { enterPaper, lookAtForm } from '../entry/enter-paper.ts'
import { entryDesk } from '../entry/entry-desk.ts'
import { entryStep } from '../entry/entry-step.ts'
import { json, nothing } from '../http/reply.ts'
import { dataRoute, jsonRoute, type Route, type RouteRequest, type StaffSession } from '../http/route.ts'
import { offeredChannel } from '../respondent/offered-channel.ts'
import { offeredLanguage } from '../respondent/offered-language.ts'
import { takeResponse } from '../respondent/take-response.ts'
import { recentWaveAt } from '../respondent/visit.ts'
import { handedOutCode, withdrawalHash } from '@klankbord/pages'
import { audit } from '../staff/audit.ts'
import type { StaffRole } from '../staff/rights.ts'
import { waveOf } from '../study/find-study.ts'

/** Not administrators: to keep accounts is no reason to see what stands on a form. */
const INTERVIEWERS: readonly StaffRole[] = ['researcher', 'interviewer']
const TYPISTS: readonly StaffRole[] = ['dataEntry']
const BOTH: readonly StaffRole[] = ['researcher', 'interviewer', 'dataEntry']

const LANGUAGE = z.string().max(35)
/** Anything; the check of the questionnaire names what is wrong with each answer. */
const ANSWERS = z.nonoptional(z.unknown(), 'answers by question name')
const HELP = z.enum(HELP_KINDS)
const NAME = z.string().max(64)
/** The number or the access code on a paper form. */
const FORM = z.string().max(100)

const MOVE = z.strictObject({
  language: LANGUAGE,
  answers: ANSWERS,
  from: NAME.nullable(),
  go: z.enum(['next', 'back', 'to']),
  askedAgain: z.array(NAME).max(500).nullable(),
})

const INTERVIEW = z.strictObject({
  answers: ANSWERS,
  language: LANGUAGE,
  channel: z.enum(['telephone', 'interviewer']),
  help: HELP,
  withdrawalCode: z.string().max(40),
  code: z.string().max(100).optional(),
})

const CODE = z.strictObject({ code: z.string().max(100) })

const LOOK = z.strictObject({ form: FORM })

const TYPED = z.strictObject({
  form: FORM,
  answers: ANSWERS,
  marks: z.record(z.string().max(200), z.enum(['multipleTicked', 'unreadable'])),
  language: LANGUAGE,
  help: HELP,
  decision: z
    .strictObject({ choices: z.record(z.string().max(64), z.enum(['own', 'other'])), seen: z.string().max(64) })
    .nullable()
    .default(null),
})

const PAPER = z.strictObject({ entry: z.enum(['double', 'single']) })

const REFUSALS = {
  403: 'The role or the second factor is lacking, or nobody can begin with this access code.',
  404: 'No such study or wave.',
  409: 'The wave takes no answers in this way, or another response has this id.',
  410: 'The wave is over for good.',
  422: 'The body or the answers are refused; the findings name each field, and no answer.',
  503: 'The database does not answer, or too many wait; nothing was stored.',
}

/**
 * Answers that staff enter for somebody else: at an interview, or from paper. No route here gives a response. What the log
 * says of it follows from the wave (`auditEntering`): of an anonymous one nothing.
 */
export const entryRoutes: readonly Route[] = [
  dataRoute({
    method: 'GET',
    path: '/api/entry/:study',
    role: 'staff',
    output: 'staff',
    may: BOTH,
    summary: 'The rounds in which answers can be entered, and of own paper forms which ones wait; no answer.',
    responses: { 200: 'What can be entered.', 404: REFUSALS[404] },
    handler: async (request, context) =>
      json(200, await entryDesk(context, staffOf(request), request.params['study'] ?? '')),
  }),
  jsonRoute(MOVE, {
    method: 'POST',
    path: '/api/entry/:study/:wave/screen',
    role: 'staff',
    output: 'staff',
    may: BOTH,
    changesNothing: true,
    padded: true,
    summary:
      'The screen that comes next after these answers, by the routing and checks of respondents. Nothing is kept.',
    responses: { 200: 'A screen, the end, or that this person may not take part.', ...REFUSALS },
    handler: async (request, context) => {
      const { opened } = await entranceOf(request, context)
      const language = offeredLanguage(opened, request.body.language)
      const { answers, from, go, askedAgain } = request.body
      return json(200, entryStep(context, opened, { answers, from, go, askedAgain, language }))
    },
  }),
  jsonRoute(CODE, {
    method: 'POST',
    path: '/api/entry/:study/:wave/codes/look',
    role: 'staff',
    output: 'staff',
    may: INTERVIEWERS,
    changesNothing: true,
    padded: true,
    summary:
      'Whether somebody can begin with this access code: `unused`, `used`, `unknown` or `mistyped`. Nothing is kept.',
    responses: { 200: 'The state of the code.', ...REFUSALS, 409: 'The wave asks for no codes.' },
    handler: async (request, context) => {
      const entrance = await entranceOf(request, context)
      const { mode, address } = entrance.opened.wave
      if (mode === 'open') throw problem('waveHasNoCodes', { wave: address })
      return json(200, { state: await lookAtCode(entrance, request.body.code) })
    },
  }),
  jsonRoute(INTERVIEW, {
    method: 'PUT',
    path: '/api/entry/:study/:wave/interviews/:id',
    role: 'staff',
    output: 'staff',
    may: INTERVIEWERS,
    audited: null,
    padded: true,
    summary: 'Sends what somebody answered to an interviewer, for good. Sending it again changes nothing.',
    responses: { 201: 'Stored.', 200: 'Was stored already.', ...REFUSALS, 400: 'The id is no UUID.' },
    handler: async (request, context) => {
      const id = request.params['id'] ?? ''
      if (!isUuid(id)) throw problem('invalidId', { name: 'id' })
      const entrance = await entranceOf(request, context)
      const { answers, language, channel, help, code = '' } = request.body
      const handedOut = handedOutCode(request.body.withdrawalCode)
      if (handedOut === null) throw problem('unknownWithdrawalCode', {})
      const sent = { id, answers, language, withdrawalHash: withdrawalHash(handedOut), code, channel, help }
      const outcome = await takeResponse(entrance, sent)
      if (outcome === 'conflict') throw problem('responseConflict', {})
      if (outcome === 'withdrawn') throw problem('responseWithdrawn', {})
      await auditEntering(context, staffOf(request), entrance.opened, 'interviews.entered')
      return json(outcome === 'created' ? 201 : 200, { id })
    },
  }),
  jsonRoute(LOOK, {
    method: 'POST',
    path: '/api/entry/:study/:wave/forms/look',
    role: 'staff',
    output: 'staff',
    may: TYPISTS,
    showsAnswers: true,
    audited: null,
    padded: true,
    summary:
      'What one typed oneself of a paper form, and where somebody else typed otherwise. The number stands in the body.',
    responses: { 200: 'How far the form is.', ...REFUSALS },
    handler: async (request, context) => {
      const entrance = await entranceOf(request, context)
      const staff = staffOf(request)
      const known = await lookAtForm(entrance, staff.user.id, request.body.form)
      await auditEntering(context, staff, entrance.opened, 'paperForms.typed')
      return json(200, known)
    },
  }),
  jsonRoute(TYPED, {
    method: 'PUT',
    path: '/api/entry/:study/:wave/forms',
    role: 'staff',
    output: 'staff',
    may: TYPISTS,
    showsAnswers: true,
    audited: null,
    padded: true,
    summary:
      'Keeps what one typed of a paper form; stored as one response once two people typed the same, or it was decided.',
    responses: { 200: 'How far the form is; where the two differ, in what.', ...REFUSALS },
    handler: async (request, context) => {
      const entrance = await entranceOf(request, context)
      const staff = staffOf(request)
      offeredChannel(entrance.opened.wave, 'paper')
      const language = offeredLanguage(entrance.opened, request.body.language)
      const state = await enterPaper(entrance, staff.user.id, { ...request.body, language })
      await auditEntering(context, staff, entrance.opened, 'paperForms.typed')
      return json(200, state)
    },
  }),
  dataRoute({
    method: 'DELETE',
    path: '/api/entry/:study/:wave/forms/:entry',
    role: 'staff',
    output: 'staff',
    may: TYPISTS,
    audited: null,
    summary: 'Forgets what one typed oneself of a paper form.',
    responses: { 204: 'Forgotten, or not there.', 404: REFUSALS[404] },
    handler: async (request, context) => {
      const { id: waveId, studyId } = await waveOf(context, request.params['study'] ?? '', request.params['wave'] ?? '')
      const entry = { id: request.params['entry'] ?? '', enteredBy: staffOf(request).user.id }
      await deletePaperEntry(context.database.db, { studyId, waveId }, entry)
      return nothing(204)
    },
  }),
  jsonRoute(PAPER, {
    method: 'PUT',
    path: '/api/entry/:study/:wave/paper',
    role: 'staff',
    output: 'staff',
    may: ['researcher'],
    summary: 'Says whether the paper forms of a wave are typed twice, by two people, or once.',
    responses: { 204: 'Said.', 404: REFUSALS[404] },
    handler: async (request, context) => {
      const { id: waveId, studyId } = await waveOf(context, request.params['study'] ?? '', request.params['wave'] ?? '')
      const { entry } = request.body
      await savePaperEntryWay(context.database.db, { studyId, waveId }, entry)
      await audit(context, staffOf(request), { action: 'paperEntry.chosen', studyId, details: { wave: waveId, entry } })
      return nothing(204)
    },
  }),
]

async function entranceOf(
  { params, visitor }: Pick<RouteRequest, 'params' | 'visitor'>,
  context: ServerContext,
): Promise<Entrance> {
  const { address } = await waveOf(context, params['study'] ?? '', params['wave'] ?? '')
  return { context, visitor, opened: await recentWaveAt(context, address) }
}

/** @throws Problem `notSignedIn`, which routes for staff have said before */
function staffOf({ staff }: Pick<RouteRequest, 'staff'>): StaffSession {
  if (staff === null) throw problem('notSignedIn', {})
  return staff
}
