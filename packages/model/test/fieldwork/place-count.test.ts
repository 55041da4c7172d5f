import { summarizePlaces, type PlaceCount } from '@klankbord/model'
import { describe, expect, it } from 'vitest'

const market: PlaceCount = { place: 'Markt', on: '2026-04-01', approached: 40, refused: 22, started: 15, finished: 12 }
const marketToo: PlaceCount = { ...market, approached: 30, refused: 20, started: 8, finished: 8 }
const shelter: PlaceCount = { place: 'Inloop', on: '2026-04-02', approached: 12, refused: 3, started: 9, finished: 7 }
const kiosk: PlaceCount = {
  place: 'Wachtkamer',
  on: '2026-04-02',
  approached: null,
  refused: null,
  started: 20,
  finished: 11,
}

describe('people who ask on the street', () => {
  it('read what they counted by place and by day, two who stood at one place together', () => {
    const summary = summarizePlaces([market, shelter, marketToo])
    expect(summary.places).toEqual([
      { place: 'Inloop', approached: 12, refused: 3, started: 9, finished: 7 },
      { place: 'Markt', approached: 70, refused: 42, started: 23, finished: 20 },
    ])
    expect(summary.days).toEqual([
      { on: '2026-04-01', approached: 70, refused: 42, started: 23, finished: 20 },
      { on: '2026-04-02', approached: 12, refused: 3, started: 9, finished: 7 },
    ])
    expect(summary.total).toEqual({ approached: 82, refused: 45, started: 32, finished: 27 })
    expect(summary.findings).toEqual([])
  })

  it('get no sum of what was not counted everywhere', () => {
    const { total, places, days } = summarizePlaces([market, kiosk])
    expect(total).toEqual({ approached: null, refused: null, started: 35, finished: 23 })
    expect(places[0]).toEqual({ place: 'Markt', approached: 40, refused: 22, started: 15, finished: 12 })
    expect(days[1]?.approached).toBeNull()
    expect(summarizePlaces([]).total).toEqual({ approached: null, refused: null, started: 0, finished: 0 })
  })

  it('find no response rate in it, nor anything to make one of', () => {
    const { total } = summarizePlaces([market, kiosk])
    expect(Object.keys(total).toSorted()).toEqual(['approached', 'finished', 'refused', 'started'])
  })

  it('are told of counts that cannot be so', () => {
    const pathsOf = (count: PlaceCount): readonly string[] =>
      summarizePlaces([shelter, count]).findings.map(({ path }) => path)
    expect(pathsOf({ ...market, finished: 16 })).toEqual(['/1/finished'])
    expect(pathsOf({ ...market, approached: 36 })).toEqual(['/1/approached'])
    expect(pathsOf({ ...market, approached: 37 })).toEqual([])
    expect(pathsOf({ ...kiosk, approached: 19 })).toEqual(['/1/approached'])
    expect(pathsOf({ ...market, refused: -1 })).toEqual(['/1/refused'])
    expect(pathsOf({ ...market, started: 1.5 })).toEqual(['/1/started'])
    expect(summarizePlaces([{ ...market, finished: 16 }]).findings[0]).toMatchObject({
      severity: 'hint',
      message:
        'count cannot be so: finished in Markt on 2026-04-01 (expected finished ≤ started and refused + started ≤ approached)',
    })
  })
})
