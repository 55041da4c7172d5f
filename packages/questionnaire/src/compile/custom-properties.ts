import { Serializer } from 'survey-core'
import { CONSENT_KINDS } from '@klankbord/model'
import { MEASUREMENT_LEVELS, MISSING_REASONS, TONES } from './profile.ts'

/**
 * Declares our own properties to survey-core, so that any SurveyJS tool in this process opens a definition
 * without a complaint and keeps them when it saves. May be called again.
 *
 * @example
 * registerProfile()
 * new Model(definition).jsonErrors // null
 */
export function registerProfile(): void {
  for (const name of ['topic', 'theme', 'scale', 'benchmarkKey', 'pictogram']) declare('question', { name })
  for (const name of ['prompt', 'audio']) declare('question', { name, isLocalizable: true })
  for (const name of ['sensitive', 'blocking', 'outcomeOnly'])
    declare('question', { name, type: 'boolean', default: false })
  declare('question', { name: 'helpLine', type: 'value' })
  declare('boolean', { name: 'consent', choices: [...CONSENT_KINDS] })
  declare('boolean', { name: 'quoteConsent', type: 'boolean', default: false })
  declare('question', { name: 'measurement', choices: [...MEASUREMENT_LEVELS] })
  declare('itemvalue', { name: 'missingReason', choices: [...MISSING_REASONS] })
  declare('itemvalue', { name: 'tone', choices: [...TONES] })
  declare('itemvalue', { name: 'exclusive', type: 'boolean', default: false })
  declare('itemvalue', { name: 'pictogram' })
  declare('itemvalue', { name: 'audio', isLocalizable: true })
  for (const element of ['page', 'panel']) declare(element, { name: 'shortGroup', type: 'boolean', default: false })
  declare('calculatedvalue', { name: 'eligibility', type: 'boolean', default: false })
  for (const name of ['practiceQuestion', 'contactAgain']) declare('survey', { name, type: 'boolean', default: false })
  for (const name of ['scales', 'durations', 'helpLines']) declare('survey', { name, type: 'value' })
  for (const name of ['min', 'max', 'step']) declare('multipletextitem', ofEditor(name))
}

interface Declaration {
  readonly name: string
  readonly type?: string
  readonly default?: boolean
  readonly choices?: string[]
  readonly isLocalizable?: boolean
  readonly onGetValue?: (item: Item) => unknown
  readonly onSetValue?: (item: Item, value: unknown) => void
}

/** survey-core asks for a property of an item, and of the text question in which the item is answered: there the limits work. */
interface Item {
  readonly editor?: Limits
}

type Limits = Record<string, unknown>

const ofEditor = (name: string): Declaration => ({
  name,
  type: 'value',
  onGetValue: (item) => limitsOf(item)[name],
  onSetValue: (item, value) => {
    limitsOf(item)[name] = value
  },
})

const limitsOf = (item: Item): Limits => item.editor ?? (item as Limits)

function declare(element: string, property: Declaration): void {
  if (!Serializer.findProperty(element, property.name))
    Serializer.addProperty(element, { ...property, category: 'Klankbord' })
}
