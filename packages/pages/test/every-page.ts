import { finding, type Answers, type LanguageCode, type Questionnaire } from '@klankbord/model'
import {
  readAgainForm,
  renderAgain,
  renderAgainDone,
  renderAgainNone,
  renderCodeRefused,
  renderDone,
  renderEnding,
  renderFull,
  renderIntroduction,
  renderNotice,
  renderOther,
  renderOtherDone,
  renderReady,
  renderScreen,
  renderErase,
  renderStop,
  renderStopped,
  renderWithdraw,
  renderWithdrawn,
  type AgainSlip,
  type PageContext,
} from '@klankbord/pages'
import { renderPractice } from '../src/practice/render-practice.ts'
import { askingConsents } from './consent/somebody.ts'
import { EVERY_ELEMENT } from './every-element.ts'
import { CONTEXT, QUESTIONNAIRE } from './fixture.ts'

/** A page of a respondent, with a name that says which. */
export interface NamedPage {
  readonly name: string
  readonly html: string
}

const CONSENTS = askingConsents({ practiceQuestion: true, contactAgain: true })
const DRAFT = '00000000-0000-4000-8000-000000000000'
const CODE = 'AB23CD45EF67'
const NOTICES = ['unknownWave', 'notYet', 'closed', 'sealed', 'busy', 'expired', 'notFound', 'failed'] as const
const GIVEN: Answers = { consent: true, living: 2, town: 1, matters: 3, help: [1, 2], weeks: 6, quick: 1, kinds: [5] }

/** Every page that a respondent can come to, in one language: each element empty, answered and with something to check. */
export function everyPage(language: LanguageCode): readonly NamedPage[] {
  const context: PageContext = {
    ...CONTEXT,
    language,
    otherWays: ['paper', 'telephone', 'talk'],
    clock: { today: '2027-03-01' },
  }
  return [
    ...screensOf('', QUESTIONNAIRE, context),
    ...screensOf('element-', EVERY_ELEMENT, context),
    ...others(context),
  ]
}

function screensOf(prefix: string, questionnaire: Questionnaire, context: PageContext): readonly NamedPage[] {
  return questionnaire.screens.flatMap(({ id, questions }) => {
    const page = (state: string, answers: Answers, unanswered: readonly string[]): NamedPage => ({
      name: `${prefix}${id}-${state}`,
      html: renderScreen(questionnaire, context, { screenId: id, answers, unanswered, draft: DRAFT, saved: 2 }),
    })
    return [page('empty', {}, []), page('given', GIVEN, []), page('wrong', GIVEN, questions)]
  })
}

function readSlips(): readonly AgainSlip[] {
  const read = readAgainForm({ name: '', reach: 'thuis', agreed: false })
  return 'slips' in read ? read.slips : []
}

function others(context: PageContext): readonly NamedPage[] {
  const coded: PageContext = { ...context, mode: 'codeAnonymous', portion: 20, finishBy: '2027-04-01' }
  const ready = { draft: DRAFT, withdrawalCode: CODE, answered: 4, skipped: 1, answers: GIVEN }
  const typed = { form: 'paper', name: '', reach: '', when: '' }
  const slips = [{ field: 'name', over: 0 }] as const
  const page = (name: string, html: string): NamedPage => ({ name, html })
  const consents = { screenId: 'takes_part', answers: { takes_part: true }, draft: DRAFT, saved: 0 }
  const noConsent = { findings: [finding('consentMissing', '/answers/takes_part', { name: 'takes_part' })] }
  return [
    page('introduction', renderIntroduction(QUESTIONNAIRE, context)),
    page('introduction-code', renderIntroduction(QUESTIONNAIRE, coded)),
    page('introduction-wrong', renderIntroduction(QUESTIONNAIRE, coded, { code: 'K7M', error: { kind: 'missing' } })),
    page('introduction-consents', renderIntroduction(CONSENTS, context)),
    page('introduction-no-consent', renderIntroduction(CONSENTS, coded, noConsent)),
    page('consents', renderScreen(CONSENTS, context, consents)),
    page('practice', renderPractice(CONSENTS, context, { draft: DRAFT, chosen: '2' })),
    page('erase', renderErase(QUESTIONNAIRE, context, { draft: DRAFT, screenId: 'quick' })),
    page('code-refused', renderCodeRefused(QUESTIONNAIRE, coded, { code: 'K7M' })),
    page('ready', renderReady(EVERY_ELEMENT, context, ready)),
    page('stop', renderStop(QUESTIONNAIRE, context, { draft: DRAFT, screenId: 'quick' })),
    page('stopped', renderStopped(context)),
    page('done', renderDone(QUESTIONNAIRE, context, { withdrawalCode: CODE })),
    page('done-kiosk', renderDone(QUESTIONNAIRE, { ...context, kiosk: true }, { withdrawalCode: CODE })),
    page('withdraw', renderWithdraw(context)),
    page('withdrawn', renderWithdrawn(context)),
    page('full', renderFull(QUESTIONNAIRE, context, { draft: DRAFT, screenId: 'quick' })),
    page('ending', renderEnding(QUESTIONNAIRE, context, { draft: DRAFT })),
    page('other', renderOther(context, { kept: 24 })),
    page('other-wrong', renderOther(context, { kept: 24, typed, slips })),
    page('other-done', renderOtherDone(context)),
    page('again', renderAgain(context, { kept: 24 })),
    page('again-wrong', renderAgain(context, { kept: 24, slips: readSlips() })),
    page('again-done', renderAgainDone(context)),
    page('again-none', renderAgainNone(context)),
    ...NOTICES.map((kind) => page(`notice-${kind}`, renderNotice(context, kind, context.language))),
  ]
}
