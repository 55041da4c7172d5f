import { directionOf, type Questionnaire } from '@klankbord/model'
import { ourTexts } from '@klankbord/questionnaire'
import { CATALOGUES, SOURCE } from './messages/catalogues.ts'
import type { PageContext } from './page-context.ts'
import { PICTOGRAMS } from './pictograms/pictograms.ts'
import { privacy, whoAsks } from './privacy.ts'
import { html, type Content } from './html.ts'
import { pageStyle } from './style/page-style.ts'
import type { Direction } from './style/physical.ts'
import { voiceOf } from './voice.ts'

/** All that a script needs to show the pages of a questionnaire in one language, without asking anything more. */
export interface PageData {
  readonly questionnaire: Questionnaire
  /** Without the date, which the device knows. */
  readonly context: PageContext
  /** The interface texts of the pages that have answers under way, and the language that they are in. */
  readonly texts: Readonly<Record<string, string>>
  readonly spoken: string
  /** Words of ours where an author wrote none: `yes`, `no`, `other`. */
  readonly words: Readonly<Record<string, string>>
  /** Who asks and what becomes of the answers, as HTML: one paragraph each. */
  readonly whoAsks: string
  readonly privacy: readonly string[]
  /** Drawings that the questionnaire names, as HTML. */
  readonly drawings: Readonly<Record<string, string>>
  /** Null where the page that asks has it: the lines of both run the same way. */
  readonly style: string | null
  /** ISO date of the last day on which answers may be sent; null while no end is set. */
  readonly until: string | null
}

/**
 * Gathers it.
 *
 * @param until ISO date of the last day on which answers may be sent; null while no end is set
 * @param shown which way the lines run on the page that asks; null where that is not known
 */
export function pageData(
  questionnaire: Questionnaire,
  context: PageContext,
  until: string | null,
  shown: Direction | null = null,
): PageData {
  const direction = directionOf(context.language)
  const voice = voiceOf(context.language, questionnaire.language)
  const texts = { ...CATALOGUES[SOURCE], ...CATALOGUES[voice.spoken] }
  return {
    questionnaire,
    context: undated(context),
    texts: Object.fromEntries(Object.entries(texts).filter(([key]) => !ELSEWHERE.some((pages) => pages.test(key)))),
    spoken: voice.spoken,
    words: Object.fromEntries(ourTexts(voice.spoken).map(({ key, text }) => [key.replace('words/', ''), text])),
    whoAsks: sourceOf(whoAsks(voice, context)),
    privacy: privacy(voice, context, questionnaire).map(sourceOf),
    drawings: drawingsIn(questionnaire),
    style: direction === shown ? null : pageStyle(direction),
    until,
  }
}

/** Each device reads its own day. */
function undated({ clock: _today, ...context }: PageContext): PageContext {
  return context
}

/**
 * Texts that no page with answers under way says: of the first page, of letters and invitations, and of pages that have an
 * address of their own. What is said there and elsewhere too is named after `(?!`.
 */
const ELSEWHERE = [
  /^(?:come(?!Title)|fact|front(?!Link)|intro|invite|layer(?!EraseLink|AgainText)|mode|sms|stored|withdraw)[A-Z]/,
  /^other(?:Apart|Call|Choose|Done|Kept|Missing|Name|None|Reach|Send|Text|When)/,
  /^again(?!Title|Link|Invite)|^decline|^startBegin$/,
]

function sourceOf(content: Content): string {
  return html`${content}`.source
}

function drawingsIn(questionnaire: Questionnaire): PageData['drawings'] {
  const text = JSON.stringify(questionnaire.questions)
  const named = [...PICTOGRAMS].filter(([name]) => text.includes(`"pictogram":${JSON.stringify(name)}`))
  return Object.fromEntries(named.map(([name, { drawing }]) => [name, drawing.source]))
}
