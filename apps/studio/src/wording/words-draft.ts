import type { LocalizedText } from '@klankbord/model'
import type { OwnWords, TopicWording } from '../api/api-types.ts'

/** What is typed in one language; an empty text says nothing. */
export interface WordsInLanguage {
  readonly title: string
  readonly prompt: string
  readonly description: string
  /** By code; empty where our label stays. */
  readonly answers: Readonly<Record<string, string>>
}

/** What is typed for one topic, by language. */
export type WordsDraft = Readonly<Record<string, WordsInLanguage>>

const NOTHING: WordsInLanguage = { title: '', prompt: '', description: '', answers: {} }

/** What is typed in a language so far. */
export function wordsIn(draft: WordsDraft, language: string): WordsInLanguage {
  return draft[language] ?? NOTHING
}

/**
 * Where typing begins: empty for a topic in our words, else what people read now. An answer with our label is empty,
 * so that it goes along when ours changes.
 */
export function draftOf({ own, now, ours }: TopicWording, languages: readonly string[]): WordsDraft {
  if (!own) return {}
  const oursByCode = new Map(ours.answers.map(({ code, text }) => [code, text]))
  return Object.fromEntries(
    languages.map((language) => {
      const label = (text: LocalizedText | undefined): string => text?.[language] ?? ''
      const answers = now.answers.flatMap(({ code, text }) => {
        const changed = label(text) !== label(oursByCode.get(code))
        return changed ? [[String(code), label(text)] as const] : []
      })
      const { title, prompt, description } = now
      return [
        language,
        {
          title: label(title),
          prompt: label(prompt),
          description: label(description),
          answers: Object.fromEntries(answers),
        },
      ]
    }),
  )
}

/**
 * What is sent; null while there is no sentence in the language of the questionnaire. An answer that was put in other
 * words in a translation only keeps our label in that language.
 *
 * @param language the language of the questionnaire
 * @example ownWords({ nl: { title: 'Ik wist waar ik moest zijn', … } }, topic, 'nl') // { title: { nl: … } }
 */
export function ownWords(draft: WordsDraft, { ours }: TopicWording, language: string): OwnWords | null {
  const title = textOf(draft, (words) => words.title)
  if (title[language] === undefined) return null
  const prompt = textOf(draft, (words) => words.prompt)
  const description = textOf(draft, (words) => words.description)
  const answers = ours.answers.flatMap(({ code, text }) => {
    const own = textOf(draft, (words) => words.answers[String(code)] ?? '')
    return isEmpty(own) ? [] : [[String(code), { [language]: text[language] ?? '', ...own }] as const]
  })
  return {
    title,
    ...(isEmpty(prompt) ? {} : { prompt }),
    ...(isEmpty(description) ? {} : { description }),
    ...(answers.length === 0 ? {} : { answers: Object.fromEntries(answers) }),
  }
}

function textOf(draft: WordsDraft, part: (words: WordsInLanguage) => string): LocalizedText {
  const said = Object.entries(draft).map(([language, words]) => [language, part(words).trim()] as const)
  return Object.fromEntries(said.filter(([, text]) => text !== ''))
}

const isEmpty = (text: LocalizedText): boolean => Object.keys(text).length === 0
