import type {
  Advice,
  AudienceWords,
  AuthoredTexts,
  FigureReference,
  LocalizedText,
  PastAction,
  ReportTexts,
} from '@klankbord/model'
import type { FoundNumber, SavedWords, StudyWords } from '../api/words-types.ts'

/** What is typed on the page with texts. */
export interface AuthoredForm {
  readonly texts: ReportTexts
  readonly advice: readonly Advice[]
  readonly actions: readonly PastAction[]
  /** Said to one audience; not typed on the page, and kept as it is. */
  readonly audiences: readonly AudienceWords[]
  /** By place: what was said of a number; null: it is not about who took part. */
  readonly decided: Readonly<Record<string, FigureReference | null>>
}

/** The page as it was saved last. */
export function formOf({ texts = {}, advice = [], actions = [], audiences = [], numbers }: StudyWords): AuthoredForm {
  const decided = numbers.flatMap(({ place, figure }) => (figure === undefined ? [] : [[place, figure] as const]))
  return { texts, advice, actions, audiences, decided: Object.fromEntries(decided) }
}

/** A text with other words in one language. */
export function inWords(text: LocalizedText | undefined, language: string, words: string): LocalizedText {
  return { ...text, [language]: words }
}

/** An advice or an action to fill in. */
export const NEW_ADVICE: Advice = { to: {}, advice: {}, tables: [], state: 'awaitingAnswer' }
export const NEW_ACTION: PastAction = { advice: {}, state: 'done' }

/** What is saved: without what was left empty. An advice or an action without its words is none. */
export function savedWords({ texts, advice, actions, audiences, decided }: AuthoredForm, revision: number): SavedWords {
  const words = {
    texts: written({
      headline: filled(texts.headline),
      introduction: filled(texts.introduction),
      conclusions: filledList(texts.conclusions),
      comments: (texts.comments ?? []).flatMap(({ theme, text }) =>
        filled(text) ? [{ theme, text: filled(text) ?? {} }] : [],
      ),
      method: filledList(texts.method),
    }),
    advice: advice.flatMap((one) => (filled(one.advice) ? [savedAdvice(one)] : [])),
    actions: actions.flatMap((one) => (filled(one.advice) ? [savedAction(one)] : [])),
    audiences,
  }
  const numbers = Object.entries(decided).map(([place, figure]) => ({ place, figure }))
  return { ...(written(words) as AuthoredTexts), numbers, revision }
}

/** With what somebody says of a number; undefined takes it back. */
export function decidedOn(form: AuthoredForm, place: string, figure: FigureReference | null | undefined): AuthoredForm {
  const others = Object.entries(form.decided).filter(([known]) => known !== place)
  return { ...form, decided: Object.fromEntries(figure === undefined ? others : [...others, [place, figure]]) }
}

/** How many numbers nobody said of what they are. */
export function openNumbers(numbers: readonly FoundNumber[], { decided }: Pick<AuthoredForm, 'decided'>): number {
  return numbers.filter(({ place }) => decided[place] === undefined).length
}

/** Whether both say the same of a number. */
export function isFigure(one: FigureReference | null | undefined, other: FigureReference | null | undefined): boolean {
  return JSON.stringify(sorted(one)) === JSON.stringify(sorted(other))
}

function sorted(figure: FigureReference | null | undefined): unknown {
  return figure === null || figure === undefined
    ? figure
    : Object.entries(figure).toSorted(([a], [b]) => (a < b ? -1 : 1))
}

function savedAdvice({ to, advice, reason, tables, state, answer }: Advice): Advice {
  return {
    to: filled(to) ?? {},
    advice: filled(advice) ?? {},
    tables,
    state,
    ...written({ reason: filled(reason), answer: savedAnswer(answer) }),
  }
}

function savedAction({ advice, state, answer, done, noticed }: PastAction): PastAction {
  const rest = { answer: savedAnswer(answer), done: filled(done), noticed: filled(noticed) }
  return { advice: filled(advice) ?? {}, state, ...written(rest) }
}

/** An answer stands with its day; without words there is none. */
function savedAnswer(answer: Advice['answer']): Advice['answer'] {
  const text = filled(answer?.text)
  return text === undefined || answer === undefined ? undefined : { text, on: answer.on }
}

function filled(text: LocalizedText | undefined): LocalizedText | undefined {
  const languages = Object.entries(text ?? {}).filter(([, words]) => words.trim() !== '')
  return languages.length === 0 ? undefined : Object.fromEntries(languages)
}

function filledList(texts: readonly LocalizedText[] = []): readonly LocalizedText[] {
  return texts.map(filled).filter((text) => text !== undefined)
}

/** Only what there is: no empty text, list or part. */
function written<T extends object>(parts: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  const there = Object.entries(parts as Readonly<Record<string, unknown>>).filter(
    ([, part]) => part !== undefined && !(typeof part === 'object' && part !== null && Object.keys(part).length === 0),
  )
  return Object.fromEntries(there) as { [K in keyof T]?: Exclude<T[K], undefined> }
}
