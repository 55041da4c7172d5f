import { compile } from '@klankbord/questionnaire'
import { expect, it } from 'vitest'
import {
  ambulatoryMentalHealth,
  INSTRUMENTS,
  professionals,
  relatives,
  shelterAndShelteredLiving,
  youthAndParents,
  type Instrument,
} from '../src/index.ts'

const CLIENTS: readonly Instrument[] = [ambulatoryMentalHealth, shelterAndShelteredLiving, youthAndParents]

const keysOf = ({ parallelKeys }: Instrument): ReadonlySet<string> => new Set(Object.values(parallelKeys))

it('lets a client, a relative and a professional be asked the same from their own side', () => {
  for (const client of CLIENTS) {
    const all = [...keysOf(client)].filter((key) => keysOf(relatives).has(key) && keysOf(professionals).has(key))
    expect(all).toEqual(expect.arrayContaining(['listened', 'respect', 'safe', 'deciding_together', 'fits', 'quality']))
  }
})

it('asks relatives and professionals nothing parallel that no client is asked', () => {
  const ofClients = new Set(CLIENTS.flatMap((client) => [...keysOf(client)]))
  for (const view of [relatives, professionals])
    expect([...keysOf(view)].filter((key) => !ofClients.has(key))).toEqual([])
})

it('gives parallel questions the same answers on the same scale', () => {
  const scales = new Map<string, Set<string>>()
  for (const { definition, parallelKeys } of INSTRUMENTS) {
    const questions = compile(definition).questionnaire?.questions ?? []
    for (const { name, scale } of questions) {
      const key = parallelKeys[name]
      if (key !== undefined) scales.set(key, (scales.get(key) ?? new Set()).add(scale ?? 'none'))
    }
  }
  expect(scales.size).toBeGreaterThan(15)
  expect([...scales].filter(([, used]) => used.size !== 1 || used.has('none'))).toEqual([])
})

it('never takes a parallel key for a benchmark: other words, another key', () => {
  const benchmarks = INSTRUMENTS.flatMap(({ definition }) =>
    (compile(definition).questionnaire?.questions ?? []).flatMap(({ benchmarkKey }) => benchmarkKey ?? []),
  )
  expect(new Set(benchmarks).size).toBe(benchmarks.length)
})
