import { Model } from 'survey-core'
import { describe, expect, it } from 'vitest'
import { compile, registerProfile } from '@klankbord/questionnaire'
import { everything } from '../definitions/everything.ts'

describe('the definition with everything in it', () => {
  it('compiles without any finding', () => {
    expect(compile(everything).findings).toEqual([])
  })

  it('opens in survey-core without any complaint', () => {
    registerProfile()
    expect(new Model(everything).jsonErrors ?? []).toEqual([])
  })
})
