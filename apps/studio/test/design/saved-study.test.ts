import { describe, expect, it } from 'vitest'
import type { Advice, StudyDetail } from '../../src/api/api-types.ts'
import { savedStudy } from '../../src/design/saved-study.ts'

const KNOWN = {
  id: 'a',
  title: { nl: 'Vragen' },
  definition: { text: 'old', revision: 1 },
  findings: [],
  screens: [],
  languages: ['nl'],
  reviews: [],
  changed: false,
  advice: [{ rule: 'passive' } as Advice],
  topics: { asked: 10, own: 1 },
} as unknown as StudyDetail
const CHECKED = { findings: [], screens: [], languages: ['nl', 'en'], reviews: [], changed: true }
const NEW = { text: 'new', revision: 2 }

describe('a study of which this tab saved the definition', () => {
  it('is what the server made of the new text, under its own title', () => {
    const saved = savedStudy(KNOWN, NEW, { ...CHECKED, topics: { asked: 9, own: 2 } })
    expect(saved).toMatchObject({ title: { nl: 'Vragen' }, definition: NEW, languages: ['nl', 'en'], changed: true })
    expect(saved.topics).toEqual({ asked: 9, own: 2 })
  })

  it('has no indications and no topics left when the new text has none', () => {
    const saved = savedStudy(KNOWN, NEW, CHECKED)
    expect(saved).not.toHaveProperty('advice')
    expect(saved).not.toHaveProperty('topics')
  })

  it('stays as it is known when that is as new', () => {
    const known = { ...KNOWN, definition: { text: 'newer', revision: 3 } }
    expect(savedStudy(known, NEW, CHECKED)).toBe(known)
  })
})
