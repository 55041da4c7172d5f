import type { Answers, EntryStep, Finding, LanguageCode, Screen } from '@klankbord/model'
import { firstMisfit, withdrawalCode, withoutScreen } from '@klankbord/pages'
import { askedAnswers, check, checkScreen, maskAnswers, progress, route } from '@klankbord/questionnaire'
import { todayAt } from '../clock.ts'
import type { ServerContext } from '../context.ts'
import { refused } from '../http/refused-request.ts'
import type { OpenedWave } from '../respondent/opened-wave.ts'
import { entryScreen, type Asked } from './entry-screen.ts'

/** Where somebody stands who enters answers, and where they go. The page keeps everything; nothing is stored here. */
export interface EntryMove {
  readonly language: LanguageCode
  /** Answers so far, anything as it came in. */
  readonly answers: unknown
  /** `next` and `back` from a screen, or `to` the one with this id or question; null: before the first. */
  readonly from: string | null
  readonly go: 'next' | 'back' | 'to'
  /** Questions that were asked once more; null asks nothing once more, as with paper. */
  readonly askedAgain: readonly string[] | null
}

/**
 * The step of the way that comes next, by the routing and the checks that a respondent has.
 *
 * @throws RefusedRequest `answersRefused` for what no page of ours sends
 */
export function entryStep(context: ServerContext, opened: OpenedWave, move: EntryMove): EntryStep {
  const clock = todayAt(context.clock.now())
  const { questionnaire } = opened
  const given = readAnswers(opened, move.answers, clock)
  const paper = move.askedAgain === null
  const asked: Asked = { questionnaire, language: move.language, answers: given, clock, paper }
  if (move.go === 'to') return screenStep(asked, move.from ?? '')
  if (move.go === 'back') {
    const { previous } = progress(questionnaire, given, move.from ?? LAST, clock)
    return screenStep(asked, previous ?? '')
  }
  if (move.from !== null) {
    const fault = faultOn(asked, move.from, move.askedAgain)
    if (fault !== null) return fault
  }
  const { next } = progress(questionnaire, given, move.from, clock)
  return next === null ? endOf(context, asked, move.from) : screenStep(asked, next)
}

/** No screen has this name, so it stands behind the last. */
const LAST = ''

/** What is wrong by itself is left for the screens to say; what is no answer at all is refused. */
function readAnswers({ questionnaire }: OpenedWave, answers: unknown, clock: Asked['clock']): Answers {
  const masked = maskAnswers(questionnaire, answers)
  const result = check(questionnaire, masked, clock)
  const findings = (result.ok ? [] : result.findings).filter(({ code }) => MALFORMED.has(code))
  if (findings.length > 0) throw refused('answersRefused', { findings: findings.length }, findings)
  return masked as Answers
}

const MALFORMED: ReadonlySet<string> = new Set(['answersNotObject', 'unknownAnswer', 'wrongAnswerType', 'unknownPart'])

function faultOn(asked: Asked, screenId: string, askedAgain: readonly string[] | null): EntryStep | null {
  const { questionnaire, answers, clock } = asked
  const { asked: open } = route(questionnaire, answers, clock)
  const others = withoutScreen(questionnaire, answers, screenId)
  const here = Object.entries(answers).filter(
    ([key]) => !Object.hasOwn(others, key) && open.has(key.split('-', 1)[0] ?? ''),
  )
  const result = checkScreen(questionnaire, screenId, others, Object.fromEntries(here), clock)
  if (!result.ok) return screenStep(asked, screenId, { findings: result.findings })
  const unanswered = askedAgain === null ? [] : result.unanswered.filter((name) => !askedAgain.includes(name))
  return unanswered.length > 0 ? screenStep(asked, screenId, { unanswered }) : null
}

function screenStep(
  asked: Asked,
  wanted: string,
  why: { readonly findings?: readonly Finding[]; readonly unanswered?: readonly string[] } = {},
): EntryStep {
  const { questionnaire, answers, clock } = asked
  const screens = route(questionnaire, answers, clock).screens.filter(
    (one) => !asked.paper || !onlyRecording(asked, one),
  )
  const screen = screens.find(({ id, questions }) => id === wanted || questions.includes(wanted)) ?? screens[0]
  if (screen === undefined) return { at: 'ending', words: [] }
  const { number, total } = progress(questionnaire, answers, screen.id, clock)
  const { findings = [], unanswered = [] } = why
  return { at: 'screen', screen: entryScreen(asked, screen), number, total, findings, unanswered }
}

/** Where nothing but a recording is agreed to, a form on paper has nothing to type. */
function onlyRecording({ questionnaire }: Asked, { consents, questions }: Screen): boolean {
  const names = new Set(questions)
  return (
    consents === true && questionnaire.questions.every((one) => !names.has(one.name) || one.consent === 'recording')
  )
}

/** Sending comes next, but for somebody who may not take part, and where an earlier answer does not fit any more. */
function endOf(context: ServerContext, asked: Asked, from: string | null): EntryStep {
  const { questionnaire, answers, clock } = asked
  const result = check(questionnaire, askedAnswers(questionnaire, answers, clock), clock)
  if (result.ok) return { at: 'end', withdrawalCode: withdrawalCode(context.randomness) }
  const misfit = firstMisfit(questionnaire, result.findings)
  if (misfit !== null) return screenStep(asked, misfit.screen.id, { findings: misfit.findings })
  const last = route(questionnaire, answers, clock).screens.find(({ id }) => id === from)
  const content = last === undefined ? [] : entryScreen(asked, last).content
  return { at: 'ending', words: content.flatMap((part) => ('note' in part ? [part.note] : [])) }
}
