import { describe, expect, it } from 'vitest'
import { RESPONDENT_EXPORTS, browserBundle } from '../bench/browser-bundle.ts'

describe('what a browser loads to route and to check', () => {
  it('is at most 12 KB as sent, and has no survey-core in it', { timeout: 60_000 }, async () => {
    const { brotli, code, modules } = await browserBundle(RESPONDENT_EXPORTS)
    expect(modules.filter((path) => /survey-core|regexpp|htmlparser/.test(path))).toEqual([])
    expect(modules.some((path) => path.endsWith('answers/check.ts'))).toBe(true)
    expect(code).toContain('exclusive')
    expect(brotli).toBeLessThanOrEqual(12 * 1024)
  })
})
