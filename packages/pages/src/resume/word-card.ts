import type { LanguageCode } from '@klankbord/model'
import type { Html } from '../html.ts'
import { resumeWord, wordDrawing, wordIn } from './resume-words.ts'

/** One of the words as it is shown: whoever shows it needs no list of all of them. */
export interface WordCard {
  readonly word: string
  readonly drawing: Html
}

/** The words with these names as they are shown in a language; one that is no word of ours is left out. */
export function wordCards(names: readonly string[], language: LanguageCode): readonly WordCard[] {
  return names.flatMap((name) => {
    const word = resumeWord(name)
    return word === null ? [] : [{ word: wordIn(word, language), drawing: wordDrawing(word) }]
  })
}
