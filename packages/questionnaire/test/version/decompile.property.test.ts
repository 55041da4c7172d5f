import fc from 'fast-check'
import { Model } from 'survey-core'
import { describe, expect, inject, it } from 'vitest'
import { compile, decompile, registerProfile } from '@klankbord/questionnaire'
import { everything } from '../definitions/everything.ts'
import { mutated, slip } from '../definitions/mutations.ts'
import { wmo } from '../definitions/wmo.ts'
import { lastYear } from './last-year.ts'

describe('any questionnaire that is written back', () => {
  it(
    'is the very same when it is compiled again, and is opened by SurveyJS',
    { timeout: 120_000 * inject('sampleFactor') },
    () => {
      registerProfile()
      let written = 0
      fc.assert(
        fc.property(fc.constantFrom(wmo, everything, lastYear), slip, (definition, change) => {
          const { questionnaire } = compile(mutated(definition, [change]))
          if (!questionnaire) return
          written += 1
          const back = decompile(questionnaire)
          const again = compile(back)
          expect(again.findings.filter(({ severity }) => severity === 'block')).toEqual([])
          expect(again.questionnaire).toEqual(questionnaire)
          expect(new Model(structuredClone(back)).jsonErrors ?? []).toEqual([])
        }),
        { seed: 20261103, numRuns: 250 * inject('sampleFactor') },
      )
      expect(written).toBeGreaterThan(60)
    },
  )
})
