// @vitest-environment jsdom
import { beforeEach, describe, expect, it } from 'vitest'
import type { RunnerPorts } from '../../src/runner/ports.ts'
import { dataAddresses, waveData } from '../../src/runner/page-data.ts'

/** A server that leaves the style out for who has it, as the real one does. */
function server(until: string | null = null): Pick<RunnerPorts, 'load' | 'now'> & { readonly asked: string[] } {
  const asked: string[] = []
  const load = async (address: string): Promise<string> => {
    asked.push(address)
    const { searchParams } = new URL(address, 'http://localhost')
    const direction = searchParams.get('language') === 'ar' ? 'rtl' : 'ltr'
    return JSON.stringify({ until, style: searchParams.get('direction') === direction ? null : `.${direction}{}` })
  }
  return { asked, load, now: () => new Date('2026-05-01T12:00:00Z') }
}

beforeEach(() => {
  document.documentElement.dir = 'ltr'
  document.head.innerHTML = '<style>.first{}</style>'
})

describe('what a script asks of a wave', () => {
  it('leaves out the style that the page in front of somebody has', async () => {
    const pages = waveData('hulp', server())
    expect((await pages.of('nl')).style).toBe('.first{}')
    expect((await pages.of('en')).style).toBe('.first{}')
  })

  it('brings the other style for who goes on in Arabic, and has the first one for who comes back', async () => {
    const pages = waveData('hulp', server())
    expect((await pages.of('ar')).style).toBe('.rtl{}')
    document.documentElement.dir = 'rtl'
    document.head.innerHTML = '<style>.rtl{}</style>'
    expect((await pages.of('en')).style).toBe('.first{}')
  })

  it('is asked at an address that a device of their own keeps, whichever page it begins with', async () => {
    for (const direction of ['ltr', 'rtl']) {
      document.documentElement.dir = direction
      const { asked, load, now } = server()
      await waveData('hulp', { load, now }).of('ar')
      expect(dataAddresses('hulp', 'ar')).toContain(asked[0])
    }
  })

  it('names a last day also where the round has no end: a device of ones own keeps nothing for ever', async () => {
    expect((await waveData('hulp', server('2026-06-30')).of('nl')).until).toBe('2026-06-30')
    expect((await waveData('hulp', server(null)).of('nl')).until).toBe('2026-05-29')
  })
})
