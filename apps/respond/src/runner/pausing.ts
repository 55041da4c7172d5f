import { Html, laterPage, readWordsField, type FlowPage, type FlowVisit, type Move } from '@klankbord/pages/browser'
import type { RunnerPorts } from './ports.ts'

/**
 * Asks for the words to come back with, once the server has every answer, has it keep them under these, and draws the page
 * that shows them. Nothing that was answered goes along with the asking, and no form is posted: browsers write those to
 * their disk. Who has words already is shown the same ones.
 *
 * @param sent settles once everything was sent, or was for long enough
 * @returns null where the words can't be had now; everything stays as it is
 * @throws where the server refuses them
 */
export async function laterHere(
  { saving, words }: Pick<RunnerPorts, 'saving' | 'words'>,
  visit: FlowVisit,
  { underWay, screenId }: Extract<Move, { does: 'pause' }>,
  sent: () => Promise<void>,
): Promise<FlowPage | null> {
  await sent()
  const kept = saving.underWay()
  if (kept === null || !saving.isSaved()) return null
  const known = kept.words === undefined ? {} : { words: kept.words }
  const given = await words(kept.id, { language: visit.page.language, ...known })
  const carried = given === null ? null : readWordsField(given.words)
  if (given === null || carried === null) return null
  saving.keepUnder(given.words, screenId)
  await sent()
  if (!saving.isSaved()) return null
  const cards = given.shown.map(({ word, picture }) => ({ word, drawing: new Html(picture) }))
  const paused = { ...visit, page: { ...visit.page, words: carried }, request: { ...visit.request, screenId } }
  return laterPage(paused, underWay, { cards, until: given.until })
}
