import type { LocalizedText } from '@klankbord/model'
import { renderFront, type FrontState, type PageContext } from '@klankbord/pages'
import { answersDeletedOn, listStandingPublications, listWaves } from '@klankbord/storage'
import type { ServerContext } from '../context.ts'
import type { Reply } from '../http/reply.ts'
import type { RouteRequest } from '../http/route.ts'
import { asOf } from '../publication/as-of.ts'
import { isFull } from '../waves/refuse-when-full.ts'
import { respondentPage } from './form-visit.ts'
import type { OpenedWave } from './opened-wave.ts'
import { referenceOf, visitedPage, waveAt } from './visit.ts'
import { wantedLanguage } from './wanted-language.ts'
import { wavePhase } from './wave-phase.ts'

/**
 * The page with the four choices of a wave, as things stand today. It is there as long as the wave is, also when all else
 * is over: results are read then.
 *
 * @throws Problem `unknownWave`
 */
export async function frontPage(context: ServerContext, address: string, request: RouteRequest): Promise<Reply> {
  const opened = await waveAt(context, address)
  const page = visitedPage(context, opened, wantedLanguage(request, opened), 'web')
  return respondentPage(200, renderFront(opened.questionnaire, page, await frontState(context, opened, page)))
}

async function frontState(context: ServerContext, opened: OpenedWave, page: PageContext): Promise<FrontState> {
  const { studyId, waveId } = referenceOf(opened)
  const phase = wavePhase(opened.wave, context.clock)
  const [publications, erased, full] = await Promise.all([
    publicPublications(context, studyId, waveId),
    isErased(context, opened),
    phase === 'open' || (phase === 'finishing' && page.mode !== 'open') ? isFull(context, opened) : false,
  ])
  const elsewhere = !opened.wave.channels.includes('web')
  return {
    phase,
    refused: elsewhere ? 'otherWay' : full ? 'full' : null,
    erased,
    publications,
  }
}

/** Whether the answers of everybody are gone already, because their term is over. */
export async function isErased(context: ServerContext, opened: OpenedWave): Promise<boolean> {
  if (wavePhase(opened.wave, context.clock) !== 'over') return false
  const { studyId, waveId } = referenceOf(opened)
  return (await answersDeletedOn(context.database.db, studyId, waveId)) !== null
}

/**
 * What everybody may read of the answers of all, the newest edition first: of this wave, and after it the last of each other
 * wave of the study, with what that is called.
 */
async function publicPublications(
  { database, clock }: ServerContext,
  studyId: string,
  wave: string,
): Promise<FrontState['publications']> {
  const standing = await listStandingPublications(database.db, studyId)
  const open = standing
    .map((publication) => asOf(publication, clock))
    .filter(({ state, organisationId }) => state === 'public' && organisationId === null)
    .toSorted((one, other) => other.edition - one.edition)
  const here = open.filter(({ waveId }) => waveId === wave)
  const elsewhere = open.filter(
    ({ waveId }, place) => waveId !== wave && open.findIndex((one) => one.waveId === waveId) === place,
  )
  const titles =
    elsewhere.length === 0
      ? new Map<string, LocalizedText>()
      : new Map<string, LocalizedText>((await listWaves(database.db, studyId)).map(({ id, title }) => [id, title]))
  return [
    ...here.map(({ id, publishedOn }) => ({ address: `/r/${id}`, publishedOn })),
    ...elsewhere
      .toSorted((one, other) => other.publishedOn.localeCompare(one.publishedOn))
      .map(({ id, publishedOn, waveId }) => ({ address: `/r/${id}`, publishedOn, round: titles.get(waveId) ?? {} })),
  ]
}
