import { createHmac } from 'node:crypto'
import { problem } from '@klankbord/model'
import { findDraft, findStored, isSealed, isUuid, LAST_REVISION } from '@klankbord/storage'
import { isoWeek } from '../clock.ts'
import { json } from '../http/reply.ts'
import { dataRoute, type Route } from '../http/route.ts'
import { referenceOf, waveAt } from '../respondent/visit.ts'
import { wavePhase } from '../respondent/wave-phase.ts'
import { firstWeekKept } from '../upkeep/draft-days.ts'

/**
 * What a browser keeps for a tab stays on its disk, long after the tab was closed and the answers in it were wiped. So the
 * script seals it under this key, which it keeps nowhere: a tab that is reloaded asks for it again, and once the answers
 * were sent, erased or put under words, or the wave is over, nobody gets it any more. Nor once drafts of the week in which it
 * was first asked for are forgotten: of those nobody knows any more what became of them.
 */
export const draftKeyRoutes: readonly Route[] = [
  dataRoute({
    method: 'GET',
    path: '/api/waves/:wave/drafts/:id/key',
    role: 'public',
    output: 'open',
    limit: 'draft',
    query: { since: 'The ISO week in which the key was first asked for, as in `2026-W18`; this week when left out.' },
    summary: 'The key under which a browser keeps answers that are under way; none once they were sent or erased.',
    padded: true,
    responses: {
      200: '256 bits in base64, and the week to ask with for the same ones again.',
      400: 'The id is no UUID.',
      404: 'No wave has this address.',
      409: 'Answers were sent under this id, erased, put under words, or begun so long ago that drafts of then are forgotten.',
      410: 'The wave is over for good.',
      503: 'The database does not answer.',
    },
    handler: async ({ params, query }, context) => {
      const id = params['id'] ?? ''
      if (!isUuid(id)) throw problem('invalidId', { name: 'id' })
      const opened = await waveAt(context, params['wave'] ?? '')
      if (wavePhase(opened.wave, context.clock) === 'over') {
        throw problem('waveSealed', { wave: opened.wave.address })
      }
      const { db } = context.database
      const place = referenceOf(opened)
      const draft = await findDraft(db, place, id)
      // Kept under words, only who has the words may read it.
      const isKept = draft !== null && (isSealed(draft) || draft.revision === LAST_REVISION)
      const now = context.clock.now()
      const week = isoWeek(now)
      const { since = week } = query
      const isForgotten = since < firstWeekKept(now) || since > week
      const isOver = isForgotten || isKept || (await findStored(db, place, id)) !== null
      if (isOver) throw problem('staleDraft', {})
      const name = `${place.studyId}/${place.waveId}/${id}/${since}`
      const key = createHmac('sha256', context.settings.keys.tabs).update(name).digest('base64')
      return json(200, { id, key, week: since })
    },
  }),
]
