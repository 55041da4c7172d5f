import { isProblem } from '@klankbord/model'
import {
  decide,
  donePage,
  expiredPage,
  firstMove,
  laterPage,
  otherDevicePage,
  readDraftField,
  sentPage,
  withdrawalHash,
  withdrawnPage,
  wordCards,
  type FlowPage,
  type Move,
  type UnderWay,
} from '@klankbord/pages'
import { eraseDraft, findStored, isStored, LAST_REVISION, type StoreOutcome } from '@klankbord/storage'
import { codeToBeginWith, plausibleCode, storeWithCode } from '../access/code-entrance.ts'
import type { Reply } from '../http/reply.ts'
import { refuseWhenFull } from '../waves/refuse-when-full.ts'
import { accessKept, readKept, writeKept, type KeptPlace } from '../resume/kept-answers.ts'
import { newWords, wordsWorkUntil } from '../resume/new-words.ts'
import { begin } from './begin.ts'
import { flowVisit, replyOf, type FormVisit } from './form-visit.ts'
import { markTryOut } from './mark-try-out.ts'
import { referenceOf } from './visit.ts'

type MoveThat<Does extends Move['does']> = Extract<Move, { readonly does: Does }>

/**
 * Answers one form: does what the flow decides, and shows the page that comes next.
 *
 * @throws Problem `draftLocked`, `accessCodeRefused`, `quotaFull`, `waveSealed`, `tooManyRequests`, `databaseUnavailable`
 */
export async function answerForm(visit: FormVisit): Promise<Reply> {
  const kept = await keptAnswers(visit)
  const choice = choiceOfDevice(visit, kept)
  if (choice !== null) return replyOf(visit.opened, choice)
  const move = decide(flowVisit(visit), kept)
  if (move.does === 'begin') return begin(visit, (begun) => pageAfter(begun, firstMove(flowVisit(begun))))
  return replyOf(visit.opened, await pageAfter(visit, move))
}

async function pageAfter(visit: FormVisit, move: Exclude<Move, MoveThat<'begin'>>): Promise<FlowPage> {
  switch (move.does) {
    case 'show':
      return move.page
    case 'keep':
      return keep(visit, move)
    case 'pause':
      return pause(visit, move)
    case 'erase':
      return erase(visit, move)
    case 'send':
      return send(visit, move)
    case 'recall':
      return recall(visit, move)
  }
}

/** What the page belongs to as it is kept now, or null. Whoever erases it needs no words: there is nothing to read. */
async function keptAnswers(visit: FormVisit): Promise<UnderWay | null> {
  const { request, page } = visit
  if (request.draft === null || request.go === 'leave') return null
  const { id } = readDraftField(request.draft)
  try {
    const kept = await readKept(placeOf(visit), id)
    // What was erased is as good as never kept.
    return kept?.revision === LAST_REVISION ? null : kept
  } catch (error) {
    if (request.go !== 'erase' || !isProblem(error, 'draftLocked')) throw error
    return { id, answers: {}, revision: 1, language: page.language, asked: [], device: '' }
  }
}

/**
 * Stores the answers so far; only after this may a page say "saved". Where a code is asked for, nothing is kept for
 * somebody who has none; the code is looked at and not kept with the answers.
 */
async function keep(visit: FormVisit, { before, underWay, page, unlessNewer }: MoveThat<'keep'>): Promise<FlowPage> {
  const outcome = await store(visit, before, underWay)
  if (outcome === 'saved') return page
  if (unlessNewer === null) return again(visit)
  return choiceOfDevice(visit, await keptAnswers(visit)) ?? unlessNewer
}

/** The question what to go on with, where another device kept something newer; else null. */
function choiceOfDevice(visit: FormVisit, kept: UnderWay | null): FlowPage | null {
  return kept === null ? null : otherDevicePage(flowVisit(visit), kept)
}

/** The same under words: those of the page, or new ones. */
async function pause(visit: FormVisit, { before, underWay, screenId }: MoveThat<'pause'>): Promise<FlowPage> {
  const { context, opened } = visit
  const words = visit.page.words ?? (await newWords(visit))
  const page = { ...visit.page, words }
  const paused = { ...visit, page, request: { ...visit.request, screenId } }
  if ((await store(paused, before, underWay)) === 'stale') return again(visit)
  const cards = wordCards(words.names, page.language)
  return laterPage(flowVisit(paused), underWay, { cards, until: wordsWorkUntil(context, opened) })
}

async function store(visit: FormVisit, before: UnderWay, underWay: UnderWay): Promise<'saved' | 'stale'> {
  const { context, opened, page, request } = visit
  const isFirst = before.revision === 0
  if (isFirst) await codeToBeginWith(visit, page.access ?? '')
  await refuseWhenFull(context, opened, isFirst ? null : before.answers, underWay.answers)
  await markTryOut(context, opened)
  return writeKept(placeOf(visit), underWay, {
    screen: request.screenId,
    done: request.go === 'next' || request.go === 'skip',
    ...accessKept(opened, page.access),
  })
}

function placeOf({ context, opened, page }: FormVisit): KeptPlace {
  return { context, opened, words: page.words ?? null }
}

/** The same form was sent twice at once (a double tap): the second goes on from what the first stored. */
async function again(visit: FormVisit): Promise<FlowPage> {
  const newer = await keptAnswers(visit)
  const shown = flowVisit(visit)
  if (newer === null) {
    const { id } = readDraftField(visit.request.draft ?? '')
    return recall(visit, { does: 'recall', id, withdrawalCode: null, otherwise: expiredPage(shown) })
  }
  const choice = choiceOfDevice(visit, newer)
  if (choice !== null) return choice
  const move = decide(shown, newer)
  return move.does === 'begin' ? expiredPage(shown) : pageAfter(visit, move)
}

async function send(visit: FormVisit, { underWay, checked, withdrawalCode }: MoveThat<'send'>): Promise<FlowPage> {
  const { page, request } = visit
  const outcome = await unlessStale(
    storeWithCode(visit, {
      id: underWay.id,
      checked,
      language: page.language,
      withdrawalHash: withdrawalHash(withdrawalCode),
      codeHash: plausibleCode(visit, page.access ?? ''),
      channel: page.kiosk === true ? 'kiosk' : 'web',
      help: request.help ?? 'notKnown',
      draftKnown: underWay.revision,
    }),
  )
  if (outcome === 'stale') return again(visit)
  if (outcome === 'withdrawn') return withdrawnPage(visit)
  return outcome === 'conflict' ? expiredPage(flowVisit(visit)) : donePage(flowVisit(visit), withdrawalCode)
}

async function unlessStale(storing: Promise<StoreOutcome>): Promise<StoreOutcome | 'stale'> {
  try {
    return await storing
  } catch (error) {
    if (isProblem(error, 'staleDraft')) return 'stale'
    throw error
  }
}

async function erase(visit: FormVisit, { id, page }: MoveThat<'erase'>): Promise<FlowPage> {
  const gone = await eraseDraft(visit.context.database.db, referenceOf(visit.opened), id)
  return gone ? page : recall(visit, { does: 'recall', id, withdrawalCode: null, otherwise: page })
}

/** The draft is gone: sent before, by this very form or a later one, or forgotten. */
async function recall(visit: FormVisit, { id, withdrawalCode, otherwise }: MoveThat<'recall'>): Promise<FlowPage> {
  const { context, opened } = visit
  const { db } = context.database
  const sent =
    withdrawalCode !== null &&
    (await isStored(db, referenceOf(opened), { id, withdrawalHash: withdrawalHash(withdrawalCode) }))
  if (sent) return donePage(flowVisit(visit), withdrawalCode)
  const stored = await findStored(db, referenceOf(opened), id)
  if (stored === 'withdrawn') return withdrawnPage(visit)
  return stored === null || stored === 'elsewhere' ? otherwise : sentPage(flowVisit(visit))
}
