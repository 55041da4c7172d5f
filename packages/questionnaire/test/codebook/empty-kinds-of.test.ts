import { describe, expect, it } from 'vitest'
import { variableOf } from '@klankbord/model'
import { codebook } from '../../src/codebook/codebook.ts'
import { emptyKindsOf } from '../../src/codebook/empty-kinds-of.ts'
import { everyElement } from './every-element.ts'

const book = codebook(everyElement)
const kinds = (name: string): readonly string[] => emptyKindsOf(book, variableOf(book, name))

describe('the kinds of empty of a variable', () => {
  it('are skipped, and those that its options stand for', () => {
    expect(kinds('line')).toEqual(['skipped'])
    expect(kinds('radio')).toEqual(['skipped', 'dontKnow'])
    expect(kinds('care__quick')).toEqual(['skipped', 'dontKnow'])
  })

  it('are not asked, too, where it is not for everybody', () => {
    expect(kinds('radio__other')).toEqual(['notAsked', 'skipped'])
    expect(kinds('helpers__1__what')).toEqual(['notAsked', 'skipped', 'dontKnow'])
    expect(kinds('often')).toEqual(['notAsked', 'skipped'])
  })

  it('are those of its amount and its unit, for a duration', () => {
    expect(kinds('waited')).toEqual(['skipped', 'dontKnow'])
  })
})
