import type { Json, LocalizedText } from '@klankbord/model'
import {
  AGREEMENT,
  DONT_KNOW,
  NOT_APPLICABLE,
  REFUSED,
  STATEMENT_PROMPT,
  YES_NO,
  type OptionDefinition,
} from '../answer-scales/answer-scales.ts'
import { wordingFrom, type Catalogue, type Wording } from '../wording.ts'

/** A key that is the name of a question: one without a dot. */
export type QuestionKey<Key extends string> = Exclude<Key, `${string}.${string}`>

/** What a question may have beside its words, its theme and its options. */
export interface QuestionExtras {
  /** Health, money, safety, violence, origin, or anything that somebody may not want known. */
  readonly sensitive?: true
  readonly visibleIf?: string
  /** Nobody goes on without an answer: consent and eligibility only. */
  readonly blocking?: true
  /** Its answer is not stored: only what a kept calculated value says about it. */
  readonly outcomeOnly?: true
  /** "I don't know" beside "I'd rather not say", of a choice. */
  readonly dontKnow?: true
  /** "Does not apply to me", of a statement, a yes or no, or a choice. */
  readonly notApplicable?: true
  /** Name of the help line that stands under its answers. */
  readonly helpLine?: string
  /** What stands above a statement; "Do you agree with this sentence?" when left out. */
  readonly prompt?: LocalizedText
}

/**
 * Makes the elements of one instrument from its wording. A question finds its title under its name, its description
 * under `NAME.description` and its options under `NAME.1`, `NAME.2` and so on: the number is the value of the option.
 * Every choice ends with "I'd rather not say".
 */
export interface QuestionMaker<Key extends string> {
  /** A text by its key. */
  readonly text: Wording<Key>
  /** A page under the key `page.NAME`. */
  page(key: Key & `page.${string}`, elements: readonly Json[], visibleIf?: string): Json
  /** A sentence to agree with, in five steps. Comparable, so it has a benchmark key. */
  statement(name: QuestionKey<Key>, theme: string, extras?: QuestionExtras): Json
  /** Yes or no. Comparable. */
  yesNo(name: QuestionKey<Key>, theme: string, extras?: QuestionExtras): Json
  /** A mark from 1 to 10. Comparable. */
  grade(name: QuestionKey<Key>, theme: string, extras?: QuestionExtras): Json
  /** One of the options of its wording. */
  choice(name: QuestionKey<Key>, theme: string, extras?: QuestionExtras): Json
  /** Any number of the options of its wording. */
  choices(name: QuestionKey<Key>, theme: string, extras?: QuestionExtras): Json
  /** An open answer; always sensitive, since people write what they like. */
  story(name: QuestionKey<Key>, theme: string, extras?: QuestionExtras): Json
  /** Words between questions, under the key `note.NAME`: sanitised HTML. */
  note(key: Key & `note.${string}`, visibleIf?: string): Json
  /** Somebody to talk to, under the key `help.NAME`, with `help.NAME.hours` and `help.NAME.text`. The number has a public source, noted beside the call. */
  helpLine(key: Key & `help.${string}`, phone: string): Json
  /** The mean of statements under the key `scale.NAME`, turned so that 5 is best; at least half must be answered. */
  meanScale(key: Key & `scale.${string}`, items: readonly QuestionKey<Key>[]): Json
}

const MOST_CHARACTERS = 2000

/**
 * A maker for the instrument with this id.
 *
 * @example questionMaker('relatives', { nl, en }).statement('listened', 'contact')
 */
export function questionMaker<Key extends string>(id: string, catalogue: Catalogue<Key>): QuestionMaker<Key> {
  const text = wordingFrom(catalogue)
  const isKey = (key: string): key is Key => Object.hasOwn(catalogue.nl, key)
  const base = (name: QuestionKey<Key>, theme: string, extras: QuestionExtras): { readonly [key: string]: Json } => {
    const description = `${name}.description`
    const { sensitive, visibleIf, blocking, outcomeOnly, helpLine } = extras
    return {
      name,
      title: text(name),
      ...(isKey(description) && { description: text(description) }),
      theme,
      ...(sensitive && { sensitive }),
      ...(visibleIf !== undefined && { visibleIf }),
      ...(blocking && { blocking }),
      ...(outcomeOnly && { outcomeOnly }),
      ...(helpLine !== undefined && { helpLine }),
    }
  }
  const compared = (name: string): { readonly [key: string]: Json } => ({
    isRequired: true,
    benchmarkKey: `${id}.${name}.v1`,
  })
  const ownOptions = (name: string, extras: QuestionExtras): readonly OptionDefinition[] => [
    ...codesOf(Object.keys(catalogue.nl), name).flatMap((value) => {
      const key = `${name}.${value}`
      return isKey(key) ? [{ value, text: text(key) }] : []
    }),
    ...waysOut(extras),
  ]
  return {
    text,
    page: (key, elements, visibleIf) => ({
      name: key.slice('page.'.length),
      title: text(key),
      ...(visibleIf !== undefined && { visibleIf }),
      elements,
    }),
    statement: (name, theme, extras = {}) => ({
      type: 'radiogroup',
      ...base(name, theme, extras),
      ...compared(name),
      prompt: extras.prompt ?? STATEMENT_PROMPT,
      scale: 'agreement',
      choices: extras.notApplicable ? AGREEMENT.toSpliced(-1, 0, NOT_APPLICABLE) : AGREEMENT,
    }),
    yesNo: (name, theme, extras = {}) => ({
      type: 'radiogroup',
      ...base(name, theme, extras),
      ...compared(name),
      scale: 'yesNo',
      choices: extras.notApplicable ? YES_NO.toSpliced(-1, 0, NOT_APPLICABLE) : YES_NO,
    }),
    grade: (name, theme, extras = {}) => ({
      type: 'rating',
      ...base(name, theme, extras),
      ...compared(name),
      scale: 'grade',
      rateValues: [...GRADES, DONT_KNOW, REFUSED],
    }),
    choice: (name, theme, extras = {}) => ({
      type: 'radiogroup',
      ...base(name, theme, extras),
      choices: ownOptions(name, extras),
    }),
    choices: (name, theme, extras = {}) => ({
      type: 'checkbox',
      ...base(name, theme, extras),
      choices: ownOptions(name, extras),
    }),
    story: (name, theme, extras = {}) => ({
      type: 'comment',
      ...base(name, theme, { ...extras, sensitive: true }),
      maxLength: MOST_CHARACTERS,
    }),
    note: (key, visibleIf) => ({
      type: 'html',
      name: `${key.slice('note.'.length)}_note`,
      html: text(key),
      ...(visibleIf !== undefined && { visibleIf }),
    }),
    helpLine: (key, phone) => {
      const [hours, words] = [`${key}.hours`, `${key}.text`]
      return {
        name: key.slice('help.'.length),
        title: text(key),
        phone,
        ...(isKey(hours) && { hours: text(hours) }),
        ...(isKey(words) && { text: text(words) }),
      }
    },
    meanScale: (key, items) => ({
      name: key.slice('scale.'.length),
      title: text(key),
      method: 'mean',
      items,
      reversed: items,
      minimumAnswered: 0.5,
    }),
  }
}

const GRADES: readonly OptionDefinition[] = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10].map((value) => ({
  value,
  text: { nl: String(value), en: String(value) },
}))

function waysOut({ dontKnow, notApplicable }: QuestionExtras): readonly OptionDefinition[] {
  return [...(dontKnow ? [DONT_KNOW] : []), ...(notApplicable ? [NOT_APPLICABLE] : []), REFUSED]
}

/** The numbers behind `NAME.` in the keys, in the order in which they are written. */
function codesOf(keys: readonly string[], name: string): readonly number[] {
  const own = keys.filter((key) => key.startsWith(`${name}.`)).map((key) => key.slice(name.length + 1))
  return own.filter((rest) => /^\d+$/.test(rest)).map(Number)
}
