import type { Answers, Clock, Note, Questionnaire } from '@klankbord/model'
import { route } from '@klankbord/questionnaire'
import { valueWords } from './answer-words.ts'
import { html, type Content } from './html.ts'
import type { Voice } from './voice.ts'

/** The value of an expression in words; null where there is none yet. */
export type ShownWords = (name: string) => string | null

/** Reads the values of expressions off the answers so far. */
export function shownWords(voice: Voice, questionnaire: Questionnaire, answers: Answers, clock?: Clock): ShownWords {
  const { derived } = route(questionnaire, answers, clock)
  return (name) => {
    const note = questionnaire.notes?.find((candidate) => candidate.name === name)
    const value = Object.hasOwn(derived, name) ? derived[name] : undefined
    if (value === undefined || note?.type !== 'expression') return null
    return valueWords(voice, value, note.valueType)
  }
}

/** A note between questions: prose of the author, or a value that was worked out, with its title. */
export function renderNote(voice: Voice, note: Note, shown: ShownWords): Content {
  if (note.type === 'html') return html`<div class="prose">${voice.prose(note.html)}</div>`
  const words = shown(note.name)
  if (words === null) return false
  return html`<div class="prose value">
    <p>
      ${voice.author(note.title)} <b><bdi>${words}</bdi></b>
    </p>
    ${note.description && html`<p class="hint">${voice.author(note.description)}</p>`}
  </div>`
}
