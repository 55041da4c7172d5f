import { finding } from '@klankbord/model'
import { describe, expect, it } from 'vitest'
import { repairOf } from '../../src/design/finding-repair.ts'

const misspelt = finding(
  'unknownProperty',
  '/titel',
  { property: 'titel', element: 'questionnaire' },
  { suggestion: 'title' },
)

const repaired = (text: string, found: Parameters<typeof repairOf>[1]): string | null => {
  const repair = repairOf(text, found)
  return repair && text.slice(0, repair.from) + repair.insert + text.slice(repair.to)
}

describe('somebody who takes a suggestion', () => {
  it('gets the key mended and keeps the value', () => {
    expect(repaired('{ "titel": "Zorg" }', misspelt)).toBe('{ "title": "Zorg" }')
  })

  it('gets a type mended', () => {
    const type = { type: 'ratng', known: ['rating'] }
    const found = finding('unknownElementType', '/pages/0/type', type, { suggestion: 'rating' })
    expect(repaired('{"pages":[{"type":"ratng"}]}', found)).toBe('{"pages":[{"type":"rating"}]}')
  })

  it('gets nothing changed once the text has moved on', () => {
    expect(repairOf('{ "title": "Zorg" }', misspelt)).toBeNull()
  })

  it('is offered no repair for a finding without a suggestion, or one that is advice in words', () => {
    const bare = finding('unknownProperty', '/titel', misspelt.details)
    expect(repairOf('{"titel":1}', bare)).toBeNull()
    const details = { property: 'visibleIf', element: 'text q2', reason: 'q1 has several answers' }
    const condition = finding('unsupportedCondition', '/titel', details, { suggestion: 'contains' })
    expect(repairOf('{"titel":"{q1} = 1"}', condition)).toBeNull()
  })
})
