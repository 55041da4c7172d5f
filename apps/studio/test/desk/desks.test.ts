import { ROLES } from '@klankbord/model'
import { describe, expect, it } from 'vitest'
import { commentPlace } from '../../src/desk/comment-place.ts'
import { desksOf, isResearcher, likelyWave, readable } from '../../src/desk/desks.ts'
import { quoteActions } from '../../src/desk/quote-actions.ts'

const wave = (id: string, answers: number) => ({ id, title: { nl: id }, mode: 'open', state: 'open', answers }) as const

describe('whoever works on a study', () => {
  it.each([
    ['recordReader', ['records']],
    ['privacyOfficer', ['privacy']],
    ['clientExpert', ['quotes', 'comments']],
    ['coResearcher', ['comments']],
    ['approver', ['comments']],
    ['researcher', ['outbox', 'records', 'quotes', 'comments']],
    ['interviewer', []],
    ['viewer', []],
  ] as const)('as %s has work at %j', (role, desks) => {
    expect(desksOf([role])).toEqual(desks)
  })

  it('designs and publishes as a researcher or administrator only; all others read along', () => {
    expect(ROLES.filter((role) => isResearcher([role]))).toEqual(['researcher'])
    expect(isResearcher(['administrator'])).toBe(true)
  })

  it('reads single responses of an anonymous round as a record reader only', () => {
    expect(readable({ mode: 'codeAnonymous' }, ['researcher', 'administrator'])).toEqual(['openAnswers'])
    expect(readable({ mode: 'codeAnonymous' }, ['recordReader'])).toContain('responses')
    expect(readable({ mode: 'open' }, ['researcher'])).toContain('responses')
  })

  it('most likely means the last round with answers', () => {
    expect(likelyWave({ waves: [wave('a', 3), wave('b', 4), wave('c', 0)] })?.id).toBe('b')
    expect(likelyWave({ waves: [wave('a', 0), wave('b', 0)] })?.id).toBe('b')
    expect(likelyWave({ waves: [] })).toBeNull()
  })
})

describe('a quote', () => {
  const proposal = { state: 'proposed', mine: false } as const

  it('is decided by a client expert, and not by who proposed it', () => {
    expect(quoteActions(proposal, ['clientExpert'])).toEqual(['release', 'refuse'])
    expect(quoteActions({ ...proposal, mine: true }, ['clientExpert', 'researcher'])).toEqual(['takeBack'])
    expect(quoteActions(proposal, ['researcher'])).toEqual(['takeBack'])
  })

  it('can be taken back once it is released, and is left alone once it is refused', () => {
    expect(quoteActions({ state: 'released', mine: false }, ['clientExpert'])).toEqual(['takeBack'])
    expect(quoteActions({ state: 'refused', mine: false }, ['clientExpert', 'researcher'])).toEqual([])
    expect(quoteActions({ state: 'takenBack', mine: true }, ['researcher'])).toEqual([])
  })
})

it('tells what a comment is about, also when that is gone', () => {
  const study = { waves: [wave('a', 1)], questions: [{ name: 'story', title: { nl: 'Wat?' } }] }
  const kinds = ['', 'wave/a', 'wave/b', 'story', 'other'].map((place) => commentPlace(place, study).kind)
  expect(kinds).toEqual(['study', 'wave', 'gone', 'question', 'gone'])
})
