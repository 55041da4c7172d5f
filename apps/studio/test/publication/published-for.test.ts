import { describe, expect, it } from 'vitest'
import { publishedFor } from '../../src/publication/readers-choice.ts'

describe('for whom somebody publishes', () => {
  it.each(['draft', 'members', 'everybody'] as const)(
    'is at once where it is for %s, whatever moment is left',
    (readers) => {
      expect(publishedFor(readers, '2026-12-01T09:00')).toEqual({ readers })
    },
  )

  it('is for members until a moment, which has to be there', () => {
    const moment = new Date('2026-12-01T09:00').toISOString()
    expect(publishedFor('embargoed', '2026-12-01T09:00')).toEqual({ embargoUntil: moment })
    for (const missing of ['', 'tomorrow']) expect(publishedFor('embargoed', missing)).toBeNull()
  })
})
