import { findInstrument } from '../registry.ts'
import { findExternalInstrument } from './external-instruments.ts'

/**
 * Whether the questionnaire with this id may be shipped, or handed on to others: our own, and external ones whose source
 * says that use is free. What the registries do not know may not: silence is no permission.
 *
 * @example mayBundle('wmo-client-experience') // true
 * @example mayBundle('i-roc') // false: it needs a licence
 */
export function mayBundle(id: string): boolean {
  const external = findExternalInstrument(id)
  return external ? external.rights === 'free' : findInstrument(id)?.rights === 'own'
}
