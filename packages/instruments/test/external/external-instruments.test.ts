import { isProblem } from '@klankbord/model'
import { describe, expect, it } from 'vitest'
import {
  EXTERNAL_INSTRUMENTS,
  exportInstrument,
  findExternalInstrument,
  INSTRUMENTS,
  mayBundle,
  withOwnWording,
  wmoClientExperience,
  type Instrument,
} from '../../src/index.ts'

describe('an instrument of the field that is not ours', () => {
  it('is a fact with its source, its rights and how sure they are, in Dutch and English', () => {
    for (const { id, name, measures, note, source, rights, rightsFrom } of EXTERNAL_INSTRUMENTS) {
      expect(id).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/)
      expect([name, measures['nl'], measures['en'], note['nl'], note['en'], source].every(Boolean)).toBe(true)
      expect(['free', 'ask', 'forbidden']).toContain(rights)
      expect(['source', 'unconfirmed', 'silent']).toContain(rightsFrom)
    }
    expect(new Set(EXTERNAL_INSTRUMENTS.map(({ id }) => id)).size).toBe(EXTERNAL_INSTRUMENTS.length)
  })

  it('is only free where a source says so', () => {
    const free = EXTERNAL_INSTRUMENTS.filter(({ rights }) => rights === 'free')
    expect(free.filter(({ rightsFrom }) => rightsFrom !== 'source')).toEqual([])
  })

  it('has facts and no part that could hold its questions', () => {
    const parts = new Set(EXTERNAL_INSTRUMENTS.flatMap((instrument) => Object.keys(instrument)))
    expect([...parts].toSorted()).toEqual(
      ['id', 'measures', 'name', 'note', 'owner', 'rights', 'rightsFrom', 'source'].toSorted(),
    )
  })

  it('is found by its id', () => {
    expect(findExternalInstrument('csq-8')?.rights).toBe('forbidden')
    expect(findExternalInstrument('constructor')).toBeUndefined()
  })
})

describe('somebody who packs instruments', () => {
  it('may pack each that is ours, and none that is protected or unknown', () => {
    expect(INSTRUMENTS.filter(({ id }) => !mayBundle(id))).toEqual([])
    const packed = EXTERNAL_INSTRUMENTS.filter(({ id }) => mayBundle(id))
    expect(packed.filter(({ rights }) => rights !== 'free')).toEqual([])
    expect(mayBundle('i-roc')).toBe(false)
    expect(mayBundle('a-list-that-nobody-knows')).toBe(false)
  })

  it('finds nothing of others among what is shipped', () => {
    const foreign = new Set(EXTERNAL_INSTRUMENTS.map(({ id }) => id))
    expect(INSTRUMENTS.filter(({ id, rights }) => foreign.has(id) || rights !== 'own')).toEqual([])
  })
})

describe('somebody who hands an instrument on', () => {
  const refusal = (instrument: Parameters<typeof exportInstrument>[0]): string => {
    try {
      exportInstrument(instrument)
      return 'exported'
    } catch (error) {
      return isProblem(error, 'instrumentNotExportable') ? error.message : 'another error'
    }
  }

  it('gives its rights and limits along with each of ours', () => {
    for (const instrument of INSTRUMENTS) {
      const { rights, definition, purposeLimits } = exportInstrument(instrument)
      expect(rights).toBe('own')
      expect({ definition, purposeLimits }).toEqual({
        definition: instrument.definition,
        purposeLimits: instrument.purposeLimits,
      })
    }
  })

  it('cannot hand on the sentences that a municipality entered in its own study', () => {
    const own = withOwnWording(wmoClientExperience, {
      T6: { title: { nl: 'Zin van de gemeente', en: 'Own sentence' } },
    })
    expect(refusal(own)).toBe(
      'instrument cannot be exported: wmo-client-experience (its rights are "study"; expected "own" or "free")',
    )
  })

  it.each(EXTERNAL_INSTRUMENTS.filter(({ rights }) => rights !== 'free').map(({ id, rights }) => [id, rights]))(
    'cannot hand on %s by calling it their own',
    (id, rights) => {
      const typedOver: Instrument = { ...wmoClientExperience, id }
      expect(refusal(typedOver)).toContain(`its rights are "${rights}"`)
    },
  )
})
