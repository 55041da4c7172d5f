import { finding } from '@klankbord/model'
import { describe, expect, it } from 'vitest'
import { previewAddress } from '../../src/design/preview-address.ts'
import { NO_PREVIEW, previewAfter, stillThere } from '../../src/design/preview-state.ts'

const broken = [finding('noQuestions', '', { pages: 1 })]
const hint = [finding('longGroup', '/pages/0', { element: 'page p1', questions: 9, limit: 5 }, { severity: 'hint' })]
const screens = [{ id: 'q1', title: { nl: 'Een' } }]
const sound = { findings: [], screens, languages: ['nl'], reviews: [], changed: true }

describe('somebody who watches the preview while typing', () => {
  it('sees each definition that compiles', () => {
    expect(previewAfter(NO_PREVIEW, 3, sound)).toEqual({
      revision: 3,
      screens,
      languages: ['nl'],
      reviews: [],
      behind: false,
    })
  })

  it('keeps seeing the last one that compiled while something is broken', () => {
    const seen = previewAfter(NO_PREVIEW, 3, sound)
    const blocked = { findings: broken, screens: [], languages: [], reviews: [], changed: true }
    expect(previewAfter(seen, 4, blocked)).toEqual({ ...seen, behind: true })
    expect(previewAfter(NO_PREVIEW, 1, blocked)).toEqual({ ...NO_PREVIEW, behind: true })
  })

  it('is not held up by advice', () => {
    expect(previewAfter(NO_PREVIEW, 3, { ...sound, findings: hint }).behind).toBe(false)
  })

  it('stays at the screen while it exists, and goes to the first when it is gone', () => {
    expect(stillThere('q2', ['q1', 'q2'])).toBe('q2')
    expect(stillThere('q3', ['q1', 'q2'])).toBe('q1')
    expect(stillThere(null, ['q1'])).toBe('q1')
    expect(stillThere('q1', [])).toBeNull()
  })

  it('asks the server for the page by screen and language', () => {
    expect(previewAddress('s 1', { screen: 'q&a', language: 'ar' })).toBe(
      '/studio/preview/s%201?language=ar&screen=q%26a',
    )
  })
})
