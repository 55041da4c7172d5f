import { consentOf } from '@klankbord/questionnaire'
import type { LanguageCode, Questionnaire, TranslatedText } from '@klankbord/model'

/**
 * The texts of a questionnaire in one of its languages beside those of its author, for review. Its title, its
 * introduction, every consent, also one that may be left unticked, every question that nobody goes on without (who may
 * take part) and the prose that is read up to the last of those are promises.
 *
 * @returns nothing in the author's own language, which is translated from no other; a promise without a translation
 *   comes with empty words, any other text without one is left out, since the author's own is shown in its place
 */
export function questionnaireTexts(questionnaire: Questionnaire, language: LanguageCode): readonly TranslatedText[] {
  const { title, description, questions, notes = [], ...rest } = questionnaire
  const source = questionnaire.language
  if (language === source) return []
  const beside = (value: unknown, key: string, promise: boolean): readonly TranslatedText[] =>
    localizedIn(value, key, source).flatMap(({ key: place, text }) => {
      const words = text[language] ?? ''
      return words === '' && !promise
        ? []
        : [{ key: place, language, source: text[source] ?? '', text: words, promise }]
    })
  const beforeConsent = notesUpToConsent(questionnaire)
  return [
    ...beside({ title, description }, 'questionnaire', true),
    ...questions.flatMap((question) => beside(question, `questionnaire/${question.name}`, asksConsent(question))),
    ...notes.flatMap((note, index) => beside(note, `questionnaire/notes/${index}`, beforeConsent.has(note.name))),
    ...beside(rest, 'questionnaire', false),
  ]
}

type Asked = Questionnaire['questions'][number]

const asksConsent = (question: Asked): boolean => consentOf(question) !== undefined || blocks(question)

const blocks = (question: Asked): boolean => 'blocking' in question && question.blocking

/** The names of what is read before somebody has answered the last question that blocks; none where nothing blocks. */
function notesUpToConsent({ questions, screens }: Questionnaire): ReadonlySet<string> {
  const blocking = new Set(questions.filter(blocks).map(({ name }) => name))
  const last = screens.findLastIndex((screen) => screen.questions.some((name) => blocking.has(name)))
  return new Set(screens.slice(0, last + 1).flatMap(({ content = [] }) => content))
}

interface Localized {
  readonly key: string
  readonly text: Readonly<Record<LanguageCode, string>>
}

/** Every text in several languages within a value, by the place where it stands. */
function localizedIn(value: unknown, key: string, source: LanguageCode): readonly Localized[] {
  if (typeof value !== 'object' || value === null) return []
  const entries: readonly (readonly [string, unknown])[] = Object.entries(value)
  const texts = entries.flatMap(([name, item]) => (typeof item === 'string' ? [[name, item] as const] : []))
  const localized = texts.length === entries.length && Object.hasOwn(value, source)
  if (localized) return [{ key, text: Object.fromEntries(texts) }]
  return entries.flatMap(([name, item]) => localizedIn(item, `${key}/${name}`, source))
}
