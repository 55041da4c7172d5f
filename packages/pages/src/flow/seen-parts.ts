import type { Answers, Clock, Question, Questionnaire } from '@klankbord/model'
import { offeredOptions, offeredRows, route } from '@klankbord/questionnaire'

/** Something on a screen that conditions can show or leave out: a question, a note, a row or an option. */
interface Part {
  readonly screen: string
  readonly shown: boolean
}

/**
 * A mark of all that these answers show, for a form to carry: one bit for each part of the questionnaire, in
 * hexadecimal digits. It means something only beside the same version.
 */
export function seenParts(questionnaire: Questionnaire, answers: Answers, clock?: Clock): string {
  return markOf(partsOf(questionnaire, answers, clock).map(({ shown }) => shown))
}

/** The mark, with what these answers show on one screen as well. */
export function withScreenSeen(
  questionnaire: Questionnaire,
  answers: Answers,
  { seen, screenId }: { readonly seen: string; readonly screenId: string },
  clock?: Clock,
): string {
  const parts = partsOf(questionnaire, answers, clock)
  return markOf(parts.map(({ screen, shown }, place) => has(seen, place) || (shown && screen === screenId)))
}

/** Ids of the screens on which these answers show anything that the mark does not have. */
export function unseenScreens(
  questionnaire: Questionnaire,
  answers: Answers,
  seen: string,
  clock?: Clock,
): ReadonlySet<string> {
  const unseen = partsOf(questionnaire, answers, clock).filter(({ shown }, place) => shown && !has(seen, place))
  return new Set(unseen.map(({ screen }) => screen))
}

function partsOf(questionnaire: Questionnaire, answers: Answers, clock?: Clock): readonly Part[] {
  const { asked, visible } = route(questionnaire, answers, clock)
  const questions = new Map(questionnaire.questions.map((question) => [question.name, question]))
  const shownParts = (name: string): readonly boolean[] => {
    const question = questions.get(name)
    if (question === undefined) return [visible.has(name)]
    const offered = offeredParts(questionnaire, question, answers, clock)
    return [true, ...offered].map((part) => part && asked.has(name))
  }
  return questionnaire.screens.flatMap(({ id, content, questions: own }) =>
    (content ?? own).flatMap((name) => shownParts(name).map((shown) => ({ screen: id, shown }))),
  )
}

/** For each option and row that has a condition, whether it can be chosen or answered. What has none is there with its question. */
function offeredParts(
  questionnaire: Questionnaire,
  question: Question,
  answers: Answers,
  clock?: Clock,
): readonly boolean[] {
  const options = question.type === 'matrix' ? question.columns : 'options' in question ? question.options : []
  const rows = question.type === 'matrix' ? question.rows : []
  const openOptions = offeredOptions(questionnaire, question, answers, clock).filter(isOpen)
  const openRows = question.type === 'matrix' ? offeredRows(questionnaire, question, answers, clock).filter(isOpen) : []
  return [
    ...options.filter(isConditional).map(({ value }) => openOptions.some((option) => option.value === value)),
    ...rows.filter(isConditional).map(({ name }) => openRows.some((row) => row.name === name)),
  ]
}

const isOpen = ({ closed }: { readonly closed?: true }): boolean => closed !== true

const isConditional = (part: { readonly visibleIf?: unknown; readonly enableIf?: unknown }): boolean =>
  part.visibleIf !== undefined || part.enableIf !== undefined

function markOf(bits: readonly boolean[]): string {
  const digits = Array.from({ length: Math.ceil(bits.length / 4) }, (_, digit) =>
    [0, 1, 2, 3].reduce((sum, bit) => sum + (bits[digit * 4 + bit] === true ? 2 ** bit : 0), 0),
  )
  return digits.map((digit) => digit.toString(16)).join('')
}

function has(mark: string, place: number): boolean {
  const digit = Number.parseInt(mark[Math.floor(place / 4)] ?? '0', 16)
  return Math.floor(digit / 2 ** (place % 4)) % 2 === 1
}
