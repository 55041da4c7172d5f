import { hasOptions, type Question, type Questionnaire, type WaveMode } from '@klankbord/model'
import { html, type Content, type Html } from './html.ts'
import type { PageContext } from './page-context.ts'
import { asksForMail } from './takes-mail.ts'
import type { MessageKey, Voice } from './voice.ts'

const MODES: Readonly<Record<WaveMode, MessageKey>> = {
  open: 'modeOpen',
  codeAnonymous: 'modeCodeAnonymous',
  codeConfidential: 'modeCodeConfidential',
}

/** The same where an answer can say who gave it. */
const MODES_WITH_MAIL: Readonly<Record<WaveMode, MessageKey>> = {
  open: 'modeOpenMail',
  codeAnonymous: 'modeCodeAnonymous',
  codeConfidential: 'modeCodeConfidential',
}

/** A portion is mixed once as many wait behind it, so that the last one is not a single person. */
const PORTIONS_WAITING = 2

/** Who asks, and for which study. */
export function whoAsks(voice: Voice, context: PageContext): Content {
  return voice.say('whoAsks', { owner: context.owner.name, study: voice.author(context.studyTitle) })
}

/** What is known and kept of who answers, one paragraph each: the same sentences before beginning and on every page after it. */
export function privacy(voice: Voice, context: PageContext, questionnaire: Questionnaire): readonly Content[] {
  return [...whatIsKnown(voice, context, questionnaire), ...whatIsStored(voice, context, questionnaire)]
}

/** What can be known about who answered, as the wave was set up, from when, and who may look. */
export function whatIsKnown(voice: Voice, context: PageContext, questionnaire: Questionnaire): readonly Content[] {
  const modes = asksForMail(questionnaire) ? MODES_WITH_MAIL : MODES
  const { mode, portion, keeps } = context
  const owner = context.owner.name
  return [
    voice.say(modes[mode]),
    mode === 'codeAnonymous' && voice.say('modeCodeAnonymousWait'),
    mode === 'codeAnonymous' &&
      portion !== undefined &&
      voice.say('modeCodeAnonymousMixed', { portion, needed: portion * PORTIONS_WAITING }),
    mode === 'codeAnonymous' && voice.say('modeCodeAnonymousEnd'),
    voice.say(mode === 'codeAnonymous' ? 'seeAnonymous' : 'seeSingle', { owner }),
    mode === 'codeAnonymous' && voice.say('storedLooked', { least: keeps.leastGroup }),
    // Nothing is promised where an answer or a code can say whose they are.
    mode === 'open' && !asksForMail(questionnaire) && voice.say('seeNameless'),
  ].filter((paragraph) => paragraph !== false)
}

/** What is kept, from when it counts and until when. */
export function whatIsStored(voice: Voice, context: PageContext, questionnaire: Questionnaire): readonly Content[] {
  const { questions } = questionnaire
  const ownWords = questions.some((question) => question.outcomeOnly !== true && takesOwnWords(question))
  return [
    withAnswers(voice, context, questionnaire),
    voice.say(context.mode === 'codeAnonymous' ? 'storedHelpAnonymous' : 'storedHelp'),
    ...(ownWords ? [voice.say('storedOwnWords')] : []),
    ...(questions.some(({ outcomeOnly }) => outcomeOnly) ? [voice.say('storedOutcome')] : []),
    voice.say('storedDraft'),
    voice.say('storedResume'),
    forHowLong(voice, context),
  ]
}

/** What is stored with answers, and that no name is; where the study has contacts, what is kept of them and apart. */
function withAnswers(voice: Voice, { mode, keeps }: PageContext, questionnaire: Questionnaire): Content {
  const list = keeps.contacts === null ? null : listApart(voice, mode, keeps.contacts)
  if (asksForMail(questionnaire)) return html`${voice.say('storedMail')} ${list ?? ''}`
  const stored = voice.say(mode === 'codeAnonymous' ? 'storedCodeAnonymous' : 'stored')
  return list === null
    ? html`${stored} ${voice.say('storedNoName')}`
    : html`${stored} ${voice.say('storedNoNameHere')} ${list}`
}

/** Of whom the study has a name, be it for another of its waves, and for how many months. */
function listApart(voice: Voice, mode: WaveMode, months: number): Html {
  const apart = voice.say('storedContacts', { n: months })
  return mode === 'open' ? apart : html`${apart} ${voice.say('storedContactsCode')}`
}

/** Until when answers are kept. */
function forHowLong(voice: Voice, { keeps: { answers, usual } }: PageContext): Content {
  return voice.say(usual ? 'storedKeptUsual' : 'storedKept', { n: answers })
}

function takesOwnWords(question: Question): boolean {
  if (question.type === 'multipletext') return question.items.some(takesOwnWords)
  return (
    question.type === 'text' || question.type === 'comment' || (hasOptions(question) && question.other !== undefined)
  )
}
