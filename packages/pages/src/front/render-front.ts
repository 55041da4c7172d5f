import type { LocalizedText, Questionnaire } from '@klankbord/model'
import { lengthOf } from '@klankbord/questionnaire'
import { dateWords } from '../date-text.ts'
import { layer, renderDocument } from '../document.ts'
import { talkLayer } from '../help/help-lines.ts'
import { html, type Content, type Html } from '../html.ts'
import { ICONS } from '../icons.ts'
import { languageLinks } from '../language-links.ts'
import { pageAddress } from '../page-address.ts'
import type { PageContext } from '../page-context.ts'
import { whoAsks } from '../privacy.ts'
import { untilErased } from '../until-erased.ts'
import { voiceOf, type Voice } from '../voice.ts'

/** How things stand with a wave for somebody who typed its address. */
export interface FrontState {
  /** `before`: nobody begins yet. `finishing`: who had begun may send. `over`: nobody sends any more. */
  readonly phase: 'before' | 'open' | 'finishing' | 'over'
  /** Why nobody begins here although the days would let them. */
  readonly refused: 'full' | 'otherWay' | null
  /** The term of the answers is over: there is nothing left to erase. */
  readonly erased: boolean
  /** What everybody may read, the newest first. `publishedOn` is an ISO date. */
  readonly publications: readonly {
    readonly address: string
    readonly publishedOn: string
    /** What the round is called that it is of, where that is an earlier one of the same study. */
    readonly round?: LocalizedText
  }[]
}

/** One of the four choices: where it leads, or why it leads nowhere now. */
interface Choice {
  readonly words: Html
  readonly note: Content
  /** Null: not now. */
  readonly address: string | null
}

/**
 * The page behind the short address of a study. Its four choices keep their order and their numbers whatever is possible
 * now, so that somebody at the telephone can say "the third".
 */
export function renderFront(questionnaire: Questionnaire, context: PageContext, state: FrontState): string {
  const voice = voiceOf(context.language, questionnaire.language)
  const choices = [
    fill(voice, questionnaire, context, state),
    resume(voice, context, state),
    erase(voice, context, state),
    results(voice, context, state),
  ]
  return renderDocument(voice, context, {
    title: voice.authorPlain(questionnaire.title),
    main: html`<div class="letter">
      ${languageLinks(voice, context, `${context.action}/start`)}
      <h1>${voice.author(questionnaire.title)}</h1>
      <p>${whoAsks(voice, context)}</p>
      <h2>${voice.say('frontWhat')}</h2>
      <ol class="front">
        ${choices.map((choice) => item(choice))}
      </ol>
      ${olderResults(voice, context, state)} ${otherWays(voice, context, state)}
    </div>`,
    foot: [talkLayer(voice, questionnaire), layer(voice.say('layerHelp'), voice.say('layerHelpText'))],
  })
}

function item({ words, note, address }: Choice): Html {
  const text = html`<span><b>${words}</b>${note && html`<span class="note">${note}</span>`}</span>`
  return address === null
    ? html`<li><div>${text}</div></li>`
    : html`<li><a href="${address}">${text} ${ICONS.forward}</a></li>`
}

function fill(voice: Voice, questionnaire: Questionnaire, context: PageContext, state: FrontState): Choice {
  const words = voice.say('frontFill')
  const stopped = whyNot(voice, context, state)
  if (stopped !== null) return { words, note: stopped, address: null }
  return { words, note: whoCanFill(voice, questionnaire, context, state), address: pageAddress(context) }
}

/** Why nobody can begin now; null where somebody may. Who has a code may begin until the days of grace are over. */
function whyNot(voice: Voice, { mode, opensOn }: PageContext, { phase, refused }: FrontState): Content {
  const date = opensOn === undefined ? '' : dateWords(opensOn, voice.spoken)
  if (phase === 'before') return voice.say('noticeNotYetTitle', { date })
  if (phase === 'over') return voice.say('noticeClosedText')
  if (refused !== null) return voice.say(refused === 'full' ? 'noticeFullTitle' : 'noticeOtherWayTitle')
  return phase === 'finishing' && mode === 'open' ? voice.say('noticeClosedText') : null
}

function whoCanFill(voice: Voice, questionnaire: Questionnaire, context: PageContext, { phase }: FrontState): Content {
  const { mode, closesOn, finishBy } = context
  const minutes = voice.say('factTime', { n: lengthOf(questionnaire, context.clock).minutes })
  const until = closesOn !== undefined && voice.say('introUntil', { date: dateWords(closesOn, voice.spoken) })
  const late =
    phase === 'finishing' && finishBy !== undefined
      ? voice.say('accessLate', { date: dateWords(finishBy, voice.spoken) })
      : html`${minutes}. ${mode !== 'open' && html`${voice.say('frontFillCode')} `}${until}`
  return late
}

function resume(voice: Voice, context: PageContext, { phase }: FrontState): Choice {
  const words = voice.say('frontResume')
  if (phase === 'before') return { words, note: voice.say('frontNotYet'), address: null }
  if (phase === 'over') return { words, note: voice.say('frontNoMore'), address: null }
  const { finishBy } = context
  const until = finishBy !== undefined && voice.say('stripFinish', { date: dateWords(finishBy, voice.spoken) })
  return { words, note: html`${voice.say('frontResumeNote')} ${until}`, address: pageAddress(context, '/resume') }
}

function erase(voice: Voice, context: PageContext, { erased, phase }: FrontState): Choice {
  const words = voice.say('frontErase')
  if (erased) return { words, note: voice.say('frontErased'), address: null }
  if (phase === 'before') return { words, note: voice.say('frontNotYet'), address: null }
  const note = html`${voice.say('frontEraseNote')} ${untilErased(voice, context)}`
  return { words, note, address: pageAddress(context, '/withdraw') }
}

function results(voice: Voice, context: PageContext, { publications }: FrontState): Choice {
  const words = voice.say('frontResults')
  const newest = publications.find(isOfThisRound)
  if (newest === undefined) return { words, note: whenResults(voice, context), address: null }
  return { words, note: resultsOf(voice, newest), address: readIn(context, newest) }
}

const isOfThisRound = ({ round }: Published): boolean => round === undefined

function whenResults(voice: Voice, { resultsFrom, clock }: PageContext): Html {
  if (resultsFrom === undefined) return voice.say('frontResultsSome')
  const today = clock?.today ?? resultsFrom
  if (resultsFrom < today) return voice.say('frontResultsLate')
  return voice.say('frontResultsFrom', { date: dateWords(resultsFrom, voice.spoken) })
}

/** All but what the fourth choice leads to. */
function olderResults(voice: Voice, context: PageContext, { publications }: FrontState): Content {
  const newest = publications.find(isOfThisRound)
  const older = publications.filter((one) => one !== newest)
  return (
    older.length > 0 &&
    html`<ul class="older">
      ${older.map(
        (one) =>
          html`<li>
            <a class="tall" href="${readIn(context, one)}"><span>${resultsOf(voice, one)}</span></a>
          </li>`,
      )}
    </ul>`
  )
}

type Published = FrontState['publications'][number]

function resultsOf(voice: Voice, { publishedOn, round }: Published): Html {
  const date = dateWords(publishedOn, voice.spoken)
  if (round === undefined) return voice.say('frontResultsOf', { date })
  return voice.say('frontResultsRound', { date, round: voice.author(round) })
}

const readIn = ({ language }: PageContext, { address }: Published): string => `${address}?lang=${language}`

function otherWays(voice: Voice, context: PageContext, { phase }: FrontState): Content {
  if ((context.otherWays ?? []).length === 0 || phase === 'over') return null
  return html`<p><a class="tall" href="${pageAddress(context, '/other')}">${voice.say('otherTitle')}</a></p>`
}
