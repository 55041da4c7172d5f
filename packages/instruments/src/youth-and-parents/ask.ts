import { questionMaker, type QuestionMaker } from '../making/question-maker.ts'
import en from './wording/en.json' with { type: 'json' }
import nl from './wording/nl.json' with { type: 'json' }

/** Id of the questionnaire for young people and parents. */
export const ID = 'youth-and-parents'

/** Makes its questions. */
export const ask: QuestionMaker<keyof typeof nl> = questionMaker(ID, { nl, en })
