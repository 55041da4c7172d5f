import { localize, type LocalizedText } from '@klankbord/model'
import type { FigureContext } from './figure-context.ts'

/** A label in the language of the figure. */
export function localized(text: LocalizedText, context: FigureContext): string {
  return localize(text, context.language, context.fallback)
}

/** A statement to stand between quotation marks: its closing full stop makes way for that of the sentence. */
export function unstopped(text: string): string {
  return text.trim().replace(/\.$/, '')
}

/** A sentence that ends in a quoted question has its stop already. @example singleStop('… “Hoe?”.') // '… “Hoe?”' */
export function singleStop(sentence: string): string {
  return sentence.replace(/([?!…])”\.$/, '$1”')
}

/** A text that may open a sentence. */
export function capitalised(text: string): string {
  const [first = '', ...rest] = text
  return first.toLocaleUpperCase() + rest.join('')
}
