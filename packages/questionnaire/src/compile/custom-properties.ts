import { Serializer } from 'survey-core'
import { MISSING_REASONS, TONES } from './profile.ts'

/**
 * Declares our own properties to survey-core, so that any SurveyJS tool in this process opens a definition
 * without a complaint and keeps them when it saves. May be called again.
 *
 * @example
 * registerProfile()
 * new Model(definition).jsonErrors // null
 */
export function registerProfile(): void {
  for (const name of ['topic', 'theme', 'scale', 'benchmarkKey']) declare('question', { name })
  declare('question', { name: 'prompt', isLocalizable: true })
  declare('question', { name: 'sensitive', type: 'boolean', default: false })
  declare('itemvalue', { name: 'missingReason', choices: [...MISSING_REASONS] })
  declare('itemvalue', { name: 'tone', choices: [...TONES] })
  declare('itemvalue', { name: 'exclusive', type: 'boolean', default: false })
  declare('page', { name: 'shortGroup', type: 'boolean', default: false })
}

interface Declaration {
  readonly name: string
  readonly type?: string
  readonly default?: boolean
  readonly choices?: string[]
  readonly isLocalizable?: boolean
}

function declare(element: string, property: Declaration): void {
  if (!Serializer.findProperty(element, property.name))
    Serializer.addProperty(element, { ...property, category: 'Klankbord' })
}
