import { NO_PLAN, type StudySummary, type WaveSummary } from '@klankbord/model'
import { describe, expect, it } from 'vitest'
import { mainWave } from '../../src/publication/main-wave.ts'

const wave = (id: string, state: 'open' | 'closed', answers: number): WaveSummary => ({
  id,
  title: { nl: id },
  address: id,
  frontUrl: `https://example.org/${id}`,
  url: `https://example.org/v/${id}`,
  mode: 'open',
  state,
  version: 1,
  answers,
  invited: null,
  portion: 20,
  begun: true,
  plan: NO_PLAN,
  erasesOn: null,
  codes: null,
})

const edition = (waveId: string): StudySummary['publications'][number] => ({
  id: `${waveId}-1`,
  waveId,
  edition: 1,
  publishedOn: '2026-11-22',
  url: `https://example.org/r/${waveId}-1`,
  partOf: null,
  state: 'public',
  readers: 'everybody',
  embargoUntil: null,
  withdrawal: null,
  correction: null,
})

const main = (waves: readonly WaveSummary[], published: readonly string[] = []): string | undefined =>
  mainWave({ waves, publications: published.map(edition) })?.id

describe('a researcher who looks for what to publish', () => {
  it('is pointed to the finished round, and not to the one that is open', () => {
    expect(main([wave('spring', 'closed', 40), wave('autumn', 'open', 12)])).toBe('spring')
    expect(main([wave('spring', 'closed', 40), wave('autumn', 'open', 12)], ['spring'])).toBe('spring')
  })

  it('is pointed to the finished round without results before the later one that has them', () => {
    expect(main([wave('spring', 'closed', 40), wave('autumn', 'closed', 12)], ['autumn'])).toBe('spring')
    expect(main([wave('spring', 'closed', 40), wave('autumn', 'closed', 12)], ['autumn', 'spring'])).toBe('autumn')
  })

  it('is pointed to the open round where nothing else can be published', () => {
    expect(main([wave('spring', 'closed', 0), wave('autumn', 'open', 12)])).toBe('autumn')
    expect(main([])).toBeUndefined()
  })
})
