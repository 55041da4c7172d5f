import { commentKey, type Answers, type Question } from '@klankbord/model'
import { consentScreen, maskAnswers, progress } from '@klankbord/questionnaire'
import { carriedCode } from '../document.ts'
import { renderOtherDevice, type OtherDeviceState } from '../render-other-device.ts'
import { readDraftField } from './draft-field.ts'
import type { FlowPage } from './flow-page.ts'
import type { FlowVisit, UnderWay } from './flow-visit.ts'

/** Buttons that keep nothing and send nothing, so that nothing of the other device is lost by them. */
const HARMLESS: readonly string[] = ['resume', 'erase', 'leave']

/**
 * Asks what to go on with, where more was filled in on another device since the page was made: what stands on the page
 * would take the place of that. Null where nobody was at it since, or where both say the same.
 */
export function otherDevicePage(visit: FlowVisit, kept: UnderWay): FlowPage | null {
  const { request, page, questionnaire, today } = visit
  if (HARMLESS.includes(request.go) || !isOvertaken(visit, kept)) return null
  const isIntroduction = request.go === 'start' || request.onPage === 'introduction'
  const screenId = isIntroduction ? (consentScreen(questionnaire)?.id ?? '') : request.screenId
  const here = maskAnswers(questionnaire, request.given) as Answers
  const differing = differences(visit, screenId, here, kept.answers)
  if (differing.length === 0 && request.go !== 'submit') return null
  const html = renderOtherDevice(questionnaire, page, {
    fields: [...request.fields.filter(([name]) => !SAID_ANEW.has(name)), ['screen', screenId]],
    revision: kept.revision,
    here: { go: isIntroduction ? 'start' : request.go === 'language' ? 'next' : request.go, answers: here },
    there: {
      screen: isIntroduction ? progress(questionnaire, kept.answers, screenId, today).next : screenId,
      answers: kept.answers,
    },
    questions: request.go === 'submit' ? [] : differing,
  })
  return { kind: 'otherDevice', status: 409, html }
}

/**
 * The same where somebody is at it with a script, which keeps what was filled in: with all that stands otherwise there.
 * Null where nothing does.
 *
 * @param here what was filled in on this device, whether or not it is an answer
 */
export function otherDevicePageOf(
  { questionnaire, page, request }: FlowVisit,
  here: Readonly<Record<string, unknown>>,
  there: Pick<UnderWay, 'answers' | 'revision'>,
): string | null {
  const differing = questionnaire.questions.filter(isOtherwise(here, there.answers))
  if (differing.length === 0) return null
  return renderOtherDevice(questionnaire, page, {
    fields: Object.entries({ draft: request.draft ?? '', screen: '', ...carriedCode(page) }),
    revision: there.revision,
    here: { go: 'next', answers: here },
    there: { screen: null, answers: there.answers },
    questions: differing,
  })
}

/** Fields that the page has of its own. */
const SAID_ANEW: ReadonlySet<string> = new Set(['go', 'language', 'look', 'screen', 'on.page', 'chosen.over'])

/** In another language the page asks once more. */
function isOvertaken({ request }: FlowVisit, kept: UnderWay): boolean {
  const { revision, device } = readDraftField(request.draft ?? '')
  if (revision === null || device === kept.device) return false
  const known = request.go === 'language' ? revision : Math.max(revision, request.chosenOver ?? 0)
  return known < kept.revision
}

/** The questions of a screen that are answered otherwise here than there. */
function differences(
  { questionnaire }: FlowVisit,
  screenId: string,
  here: Answers,
  there: Answers,
): readonly Question[] {
  const names = new Set(questionnaire.screens.find(({ id }) => id === screenId)?.questions)
  return questionnaire.questions.filter(({ name }) => names.has(name)).filter(isOtherwise(here, there))
}

/** Whether an answer, or the words beside it, is another one here than there. */
function isOtherwise(here: OtherDeviceState['here']['answers'], there: Answers): (question: Question) => boolean {
  const differs = (key: string): boolean => JSON.stringify(here[key]) !== JSON.stringify(there[key])
  return ({ name }) => differs(name) || differs(commentKey(name))
}
