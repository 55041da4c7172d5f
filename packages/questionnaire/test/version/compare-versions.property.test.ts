import fc from 'fast-check'
import { describe, expect, inject, it } from 'vitest'
import type { Json, Questionnaire } from '@klankbord/model'
import { codebook, compareVersions, compile, type VersionComparison } from '@klankbord/questionnaire'
import { everything } from '../definitions/everything.ts'
import { mutated, slip } from '../definitions/mutations.ts'
import { wmo } from '../definitions/wmo.ts'
import { lastYear } from './last-year.ts'

const KINDS = new Set(['typo', 'wording', 'translation', 'added', 'removed', 'order', 'routing', 'breaking'])
const DEFINITIONS: readonly Json[] = [wmo, everything, lastYear]

const questionnaireOf = (definition: unknown): Questionnaire | null => compile(definition).questionnaire

function namesIn(questionnaire: Questionnaire): readonly string[] {
  return [...codebook(questionnaire).variables, ...(questionnaire.scales ?? [])].map(({ name }) => name)
}

/** What is wrong with a comparison, whatever was compared. */
function faultsOf(
  { changes, breaksTrendOf }: VersionComparison,
  before: Questionnaire,
  after: Questionnaire,
): string[] {
  const known = new Set([...namesIn(before), ...namesIn(after)])
  const broken = new Set(changes.flatMap((found) => found.breaksTrendOf))
  return [
    ...(changes.length > 0 === (before.hash !== after.hash) ? [] : [`${changes.length} changes`]),
    ...changes.map(({ kind }) => kind).filter((kind) => !KINDS.has(kind)),
    ...breaksTrendOf.filter((name) => !known.has(name) || !broken.has(name)),
    ...changes.filter(({ kind, breaksTrendOf: names }) => ['typo', 'translation'].includes(kind) && names.length > 0),
  ].map(String)
}

describe('any two versions', () => {
  it(
    'differ exactly when a change is listed, and break only the trends that there are',
    { timeout: 120_000 * inject('sampleFactor') },
    () => {
      let different = 0
      const before = DEFINITIONS.map(questionnaireOf)
      fc.assert(
        fc.property(fc.nat({ max: DEFINITIONS.length - 1 }), slip, (which, done) => {
          const old = before[which] ?? null
          const now = questionnaireOf(mutated(DEFINITIONS[which] ?? null, [done]))
          if (!old || !now) return
          if (old.hash !== now.hash) different += 1
          expect(faultsOf(compareVersions(old, now), old, now)).toEqual([])
          expect(faultsOf(compareVersions(now, old), now, old)).toEqual([])
        }),
        { seed: 20261104, numRuns: 250 * inject('sampleFactor') },
      )
      expect(different).toBeGreaterThan(60)
    },
  )
})
