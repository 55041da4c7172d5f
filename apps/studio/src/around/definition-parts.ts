import { CONSENT_KINDS, type ConsentKind, type Json, type LocalizedText } from '@klankbord/model'

/** A consent that the definition asks. */
export interface AskedConsent {
  /** JSON pointer to its question. */
  readonly path: string
  readonly title: LocalizedText
  readonly description: LocalizedText
}

/** A number to call, as the definition names it. */
export interface WrittenHelpLine {
  readonly path: string
  readonly name: string
  readonly title: LocalizedText
  readonly phone: string
  readonly hours: LocalizedText
  readonly text: LocalizedText
}

/** A question at which help lines can stand. */
export interface HeavyQuestion {
  readonly path: string
  readonly name: string
  readonly title: LocalizedText
  readonly sensitive: boolean
  /** Names of the help lines that stand there. */
  readonly helpLines: readonly string[]
}

/** What a definition has around its questions. */
export interface DefinitionParts {
  /** The language that its author writes in. */
  readonly language: string
  readonly practiceQuestion: boolean
  readonly contactAgain: boolean
  readonly consents: Readonly<Partial<Record<ConsentKind, AskedConsent>>>
  readonly helpLines: readonly WrittenHelpLine[]
  readonly questions: readonly HeavyQuestion[]
  /** Every name that is taken. */
  readonly names: ReadonlySet<string>
}

/**
 * Reads what stands around the questions, as far as the text goes; what is wrong in it is for the check to tell.
 *
 * @returns null for a text that is no JSON object
 */
export function definitionParts(text: string): DefinitionParts | null {
  const definition = parsed(text)
  if (definition === null) return null
  const { locale, practiceQuestion, contactAgain } = definition
  const language = typeof locale === 'string' && locale !== '' ? locale : 'nl'
  const elements = elementsIn(definition['pages'], '/pages')
  const consents = CONSENT_KINDS.flatMap((kind) => {
    const found = elements.find(({ element }) => consentOf(element) === kind)
    return found === undefined ? [] : [[kind, askedConsent(found, language)] as const]
  })
  return {
    language,
    practiceQuestion: practiceQuestion === true,
    contactAgain: contactAgain === true,
    consents: Object.fromEntries(consents),
    helpLines: itemsOf(definition['helpLines'], '/helpLines').map((line) => helpLine(line, language)),
    questions: elements.filter(({ element }) => isQuestion(element)).map((one) => heavyQuestion(one, language)),
    names: new Set([...elements.map(({ element }) => nameOf(element)), ...pageNames(definition)]),
  }
}

type JsonObject = Readonly<Record<string, Json>>

/** An object in the definition and where it stands. */
interface Placed {
  readonly element: JsonObject
  readonly path: string
}

function parsed(text: string): JsonObject | null {
  try {
    const value = JSON.parse(text) as Json
    return isObject(value) ? value : null
  } catch {
    // While somebody types it may be no JSON; the page says so.
    return null
  }
}

const isObject = (value: Json | undefined): value is JsonObject =>
  value !== null && typeof value === 'object' && !Array.isArray(value)

function itemsOf(list: Json | undefined, path: string): readonly Placed[] {
  if (!Array.isArray(list)) return []
  return (list as readonly Json[]).flatMap((element, place) =>
    isObject(element) ? [{ element, path: `${path}/${place}` }] : [],
  )
}

/** Everything on pages and in panels, in order. */
function elementsIn(list: Json | undefined, path: string): readonly Placed[] {
  return itemsOf(list, path).flatMap((placed) => {
    const inside = elementsIn(placed.element['elements'], `${placed.path}/elements`)
    return 'type' in placed.element && placed.element['type'] !== 'panel' ? [placed, ...inside] : inside
  })
}

const pageNames = (definition: JsonObject): readonly string[] =>
  itemsOf(definition['pages'], '/pages').map(({ element }) => nameOf(element))

const nameOf = ({ name }: JsonObject): string => (typeof name === 'string' ? name : '')

function consentOf({ consent, quoteConsent }: JsonObject): Json | undefined {
  return consent ?? (quoteConsent === true ? 'quote' : undefined)
}

const NO_QUESTIONS: ReadonlySet<Json | undefined> = new Set(['html', 'expression', 'panel'])

const isQuestion = (element: JsonObject): boolean =>
  consentOf(element) === undefined && !NO_QUESTIONS.has(element['type']) && nameOf(element) !== ''

function askedConsent({ element, path }: Placed, language: string): AskedConsent {
  return { path, title: textOf(element['title'], language), description: textOf(element['description'], language) }
}

function helpLine({ element, path }: Placed, language: string): WrittenHelpLine {
  const { title, phone, hours, text } = element
  return {
    path,
    name: nameOf(element),
    title: textOf(title, language),
    phone: typeof phone === 'string' ? phone : '',
    hours: textOf(hours, language),
    text: textOf(text, language),
  }
}

function heavyQuestion({ element, path }: Placed, language: string): HeavyQuestion {
  const { title, sensitive, helpLine: named } = element
  const helpLines = (Array.isArray(named) ? (named as readonly Json[]) : [named]).flatMap((one) =>
    typeof one === 'string' ? [one] : [],
  )
  return { path, name: nameOf(element), title: textOf(title, language), sensitive: sensitive === true, helpLines }
}

/** A text by language; one that is written without is in that of the author, as is one under `default`. */
function textOf(text: Json | undefined, language: string): LocalizedText {
  if (typeof text === 'string') return { [language]: text }
  if (!isObject(text)) return {}
  const said = Object.entries(text).flatMap(([key, words]) =>
    typeof words === 'string' ? [[key === 'default' ? language : key, words] as const] : [],
  )
  return Object.fromEntries(said)
}
