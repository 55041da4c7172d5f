import type { Answers, Questionnaire } from '@klankbord/model'
import { changeOpenAnswers } from './open-answers.ts'
import type { Span } from './personal-datum.ts'

/** What stands in the place of words that were made unreadable. */
export const REDACTION_MARK = '[…]'

/**
 * The answers with the mark in the place of stretches of one open answer, or of all of it. A stretch may end anywhere in
 * the text; what was not chosen stays as it was.
 *
 * @param spans in their order, without overlap; null for the whole text
 * @returns null when the answers have no open answer to this variable, or a stretch does not fit it
 * @example redactedAnswers(questionnaire, { story: 'Jan kwam' }, 'story', [{ start: 0, end: 3 }]) // { story: '[…] kwam' }
 */
export function redactedAnswers(
  questionnaire: Questionnaire,
  answers: Answers,
  variable: string,
  spans: readonly Span[] | null,
): Answers | null {
  let fits = false
  const changed = changeOpenAnswers(questionnaire, answers, (written) => {
    if (written.variable !== variable) return written.text
    fits = spans === null || areStretchesOf(written.text, spans)
    if (!fits) return written.text
    return spans === null ? REDACTION_MARK : withoutStretches(written.text, spans)
  })
  // Only texts change, and they stay texts.
  return fits ? (changed as Answers) : null
}

function areStretchesOf(text: string, spans: readonly Span[]): boolean {
  return (
    spans.length > 0 &&
    spans.every(({ start, end }, at) => start < end && start >= (spans[at - 1]?.end ?? 0) && end <= text.length)
  )
}

function withoutStretches(text: string, spans: readonly Span[]): string {
  const kept = spans.map(({ start }, at) => text.slice(spans[at - 1]?.end ?? 0, start))
  return [...kept, text.slice(spans.at(-1)?.end ?? 0)].join(REDACTION_MARK)
}
