import { describe, expect, it } from 'vitest'
import { isProblem } from '@klankbord/model'
import { reopen, sealPublication } from '@klankbord/disclosure'
import { contentOf } from './publication-builder.ts'

const content = await contentOf([{ counts: [40, 20] }, { counts: [30, 30] }, { counts: [20, 5] }, { counts: [2, 1] }])

const publication = sealPublication(content)

function stored(): Record<string, unknown> {
  return JSON.parse(JSON.stringify(publication)) as Record<string, unknown>
}

function codeOf(json: unknown): string {
  try {
    reopen(json)
    return 'opened'
  } catch (error) {
    return isProblem(error) ? error.code : 'another error'
  }
}

describe('a publication that was stored', () => {
  it('opens as it was sealed', () => {
    expect(reopen(stored())).toEqual(publication)
  })

  it('opens with how its questions were asked, and with nothing else in that place', () => {
    const hashes = { wordingHash: 'c'.repeat(64), scaleHash: 'd'.repeat(64) }
    const withAsked = (asked: unknown): unknown => {
      const recipe = { ...content.recipe, asked, modes: ['web', 'notKnown'] }
      return JSON.parse(JSON.stringify(sealPublication({ ...content, recipe } as never)))
    }
    expect(codeOf(withAsked({ q: hashes }))).toBe('opened')
    expect(codeOf(withAsked({ q: { ...hashes, answers: 3 } }))).toBe('publicationMalformed')
  })

  it('opens whatever the order of its keys', () => {
    expect(codeOf(Object.fromEntries(Object.entries(stored()).toReversed()))).toBe('opened')
  })

  it('does not open when one count was changed', () => {
    expect(codeOf({ ...stored(), edition: 2 })).toBe('publicationAltered')
    const text = JSON.stringify(publication).replace('"count":40', '"count":41')
    expect(text).not.toBe(JSON.stringify(publication))
    expect(codeOf(JSON.parse(text))).toBe('publicationAltered')
  })

  it('does not open with anything added, even under a new seal', () => {
    const added = sealPublication({ ...content, remark: 'Wijk 4: 3 mensen' } as never)
    expect(codeOf(JSON.parse(JSON.stringify(added)))).toBe('publicationMalformed')
    const tables = content.tables.map((table) => ({
      ...table,
      groups: table.groups.map((group) => ({ ...group, n: 3 })),
    }))
    expect(codeOf(JSON.parse(JSON.stringify(sealPublication({ ...content, tables } as never))))).toBe(
      'publicationMalformed',
    )
  })

  it('does not open with another verdict', () => {
    const unsafe = sealPublication({ ...content, disclosure: { ...content.disclosure, verdict: 'unsafe' } } as never)
    expect(codeOf(JSON.parse(JSON.stringify(unsafe)))).toBe('publicationMalformed')
  })

  it.each([[null], ['text'], [{}], [[]]])('is not made of %j', (json) => {
    expect(codeOf(json)).toBe('publicationMalformed')
  })

  it('says where it is malformed', () => {
    expect(() => reopen({ ...stored(), edition: 'first' })).toThrow('publication is malformed: /edition')
  })
})
