import { localize, type LanguageCode, type LocalizedText, type Questionnaire } from '@klankbord/model'

/** A text of a questionnaire that somebody can be recorded saying. */
export interface RecordedText {
  /** Name of the question. */
  readonly question: string
  /** Value of the option; null where it is the question itself. */
  readonly option: string | null
  /** What is to be said. */
  readonly says: string
  /** Where the definition says that the recording is; null where it names none in this language. */
  readonly address: string | null
}

/**
 * Every text that can be recorded in a language, in the order of the pages: what stands above the answers of a question,
 * then each of its answers.
 */
export function recordingsOf(questionnaire: Questionnaire, language: LanguageCode): readonly RecordedText[] {
  const words = (text: LocalizedText): string => localize(text, language, questionnaire.language)
  const addressIn = (audio: LocalizedText | undefined): string | null => audio?.[language] ?? null
  return questionnaire.questions.flatMap((question) => {
    const above = [question.prompt, question.title, question.description].filter((text) => text !== undefined)
    const options = question.type === 'matrix' ? question.columns : 'options' in question ? question.options : []
    return [
      {
        question: question.name,
        option: null,
        says: above.map(words).join(' '),
        address: addressIn(question.audio),
      },
      ...options.map(({ value, text, audio }) => ({
        question: question.name,
        option: String(value),
        says: words(text),
        address: addressIn(audio),
      })),
    ]
  })
}
