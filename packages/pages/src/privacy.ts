import { hasOptions, type Questionnaire, type WaveMode } from '@klankbord/model'
import type { Content } from './html.ts'
import type { PageContext } from './page-context.ts'
import type { MessageKey, Voice } from './voice.ts'

const MODES: Readonly<Record<WaveMode, MessageKey>> = {
  open: 'modeOpen',
  codeAnonymous: 'modeCodeAnonymous',
  codeConfidential: 'modeCodeConfidential',
}

/** Who asks, and for which study. */
export function whoAsks(voice: Voice, context: PageContext): Content {
  return voice.say('whoAsks', { owner: context.owner.name, study: voice.author(context.studyTitle) })
}

/** What can be known about who answered, as the wave was set up. */
export function whatIsKnown(voice: Voice, context: PageContext): Content {
  return voice.say(MODES[context.mode])
}

/** What is kept, and from when it counts; one paragraph each. */
export function whatIsStored(voice: Voice, questionnaire: Questionnaire): readonly Content[] {
  const ownWords = questionnaire.questions.some((question) => !hasOptions(question) && question.type !== 'number')
  return [voice.say('stored'), ...(ownWords ? [voice.say('storedOwnWords')] : []), voice.say('storedDraft')]
}
