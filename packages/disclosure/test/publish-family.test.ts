import { describe, expect, it } from 'vitest'
import { cellsOfTables, loadSolver, realRangesOf } from '@klankbord/disclosure'
import { publish, type FamilyParams, type Person } from './reference-adapter.mjs'
import { drawFrom } from './random-tables.ts'

const PLAIN = { threshold: 5, zero_is_primary: false, weight: null, hierarchy: null }

function people(counts: Readonly<Record<string, number>>): readonly Person[] {
  return Object.entries(counts).flatMap(([at, count]) => {
    const [wijk = '', antwoord = ''] = at.split(' ')
    const known = (category: string) => (category === '-' ? null : category)
    return Array.from({ length: count }, () => ({ wijk: known(wijk), antwoord: known(antwoord) }))
  })
}

const TWO_WAY: FamilyParams = {
  ...PLAIN,
  dims: { wijk: ['Noord', 'Oost', 'Leeg'], antwoord: ['ja', 'nee'] },
  tables: [['wijk', 'antwoord']],
}

async function printed(rows: readonly Person[], params: FamilyParams) {
  const { cells } = await publish({ rows, params })
  return Object.fromEntries(cells.map(({ id, value }) => [id, value]))
}

describe('a family of tables as a reader sees it', () => {
  it('prints everything where nobody can be found', async () => {
    const shown = await printed(people({ 'Noord ja': 10, 'Noord nee': 9, 'Oost ja': 8, 'Oost nee': 7 }), TWO_WAY)
    expect(Object.values(shown)).not.toContain(null)
    expect(shown).toMatchObject({ '*': 34, 'wijk=Leeg': 0, 'wijk=Noord|antwoord=ja': 10 })
  })

  it('hides everything but zeros where all together are too few', async () => {
    const shown = await printed(people({ 'Noord ja': 1, 'Oost nee': 2 }), TWO_WAY)
    expect(new Set(Object.values(shown))).toEqual(new Set([null, 0]))
  })

  it('hides small groups of zero where zero is small', async () => {
    const rows = people({ 'Noord ja': 20, 'Oost ja': 20, 'Oost nee': 20 })
    const shown = await printed(rows, { ...TWO_WAY, zero_is_primary: true })
    expect(shown).toMatchObject({ 'wijk=Noord|antwoord=nee': null, 'wijk=Leeg': null, '*': 60 })
  })

  it('counts people whose neighbourhood is not known in the totals only, and hides what would tell of them', async () => {
    const rows = people({ 'Noord ja': 10, 'Noord nee': 10, 'Oost ja': 10, 'Oost nee': 2, '- ja': 1, '- nee': 6 })
    const shown = await printed(rows, TWO_WAY)
    expect(shown).toMatchObject({ '*': 39, 'wijk=Oost|antwoord=nee': null })
    // One person said yes without a neighbourhood: everyone who did, less those of Noord and Oost, may not be printed.
    const parts = [shown['antwoord=ja'], shown['wijk=Noord|antwoord=ja'], shown['wijk=Oost|antwoord=ja']]
    expect(parts).toContain(null)
    expect(Object.keys(shown)).toHaveLength(12)
  })

  it('is the same cell whatever the order of its dimensions', async () => {
    const rows = people({ 'Noord ja': 10, 'Noord nee': 9, 'Oost ja': 8, 'Oost nee': 2 })
    const tables = [
      ['wijk', 'antwoord'],
      ['antwoord', 'wijk'],
    ]
    expect(await printed(rows, { ...TWO_WAY, tables })).toEqual(await printed(rows, TWO_WAY))
  })
})

describe('sixty families with weights, zeros, districts and people of no group', () => {
  it('give no reader a small cell, counted or weighted', async () => {
    const solver = await loadSolver()
    for (let seed = 1; seed <= 60; seed += 1) {
      const { rows, params } = drawnFamily(seed)
      const { cells } = await publish({ rows, params })
      const shown = new Map(cells.map(({ id, value }) => [id, value]))
      const count = (at: Readonly<Record<string, string>>) => among(rows, at).length
      const system = cellsOfTables(params, count)
      const small = system.cells.filter(({ value }) => value < 5 && (value > 0 || params.zero_is_primary))
      expect([seed, small.filter(({ id }) => shown.get(id) !== null)]).toEqual([seed, []])
      const wrong = system.cells.filter(({ id, at }) => {
        const value = shown.get(id) ?? null
        return value !== null && Math.abs(value - sumOf(among(rows, at), params.weight)) > 1e-9
      })
      expect([seed, wrong]).toEqual([seed, []])
      // A reader who takes every sum to hold, in which people of no group are of no use to anybody.
      const whole = rows.every((row) => row['wijk'] !== null)
      if (!whole) continue
      const hidden = system.cells.flatMap(({ id }, cell) => (shown.get(id) === null ? [cell] : []))
      const weighted = system.cells.map((cell) => ({ ...cell, value: sumOf(among(rows, cell.at), params.weight) }))
      const ranges = realRangesOf(solver, { ...system, cells: weighted }, hidden)
      const told = ranges.filter(({ least, most }) => most - least < 1e-6).map(({ cell }) => system.cells[cell]?.id)
      expect([seed, small.filter(({ id }) => told.includes(id))]).toEqual([seed, []])
    }
  })
})

function among(rows: readonly Person[], at: Readonly<Record<string, string>>): readonly Person[] {
  return rows.filter((row) => Object.entries(at).every(([dimension, category]) => row[dimension] === category))
}

function sumOf(rows: readonly Person[], weight: string | null): number {
  return weight === null ? rows.length : rows.reduce((sum, row) => sum + Number(row[weight]), 0)
}

function drawnFamily(seed: number): { readonly rows: readonly Person[]; readonly params: FamilyParams } {
  const draw = drawFrom(seed)
  const wijken = ['A1', 'A2', 'B1', 'B2', 'B3'].slice(0, 2 + draw(4))
  const answers = ['ja', 'nee', 'deels'].slice(0, 1 + draw(3))
  const map = Object.fromEntries(wijken.map((wijk) => [wijk, wijk.slice(0, 1)]))
  const isNested = draw(3) === 0
  const isPartial = !isNested && draw(4) === 0
  const rows = Array.from({ length: 3 + draw(120) }, () => {
    const wijk = wijken[Math.min(draw(wijken.length), draw(wijken.length))] ?? 'A1'
    const antwoord = answers[Math.min(draw(answers.length), draw(answers.length))] ?? 'ja'
    const person = {
      district: map[wijk] ?? 'A',
      antwoord,
      leeftijd: draw(3) === 0 ? 'jong' : 'oud',
      w: (1 + draw(30)) / 10,
    }
    return { ...person, wijk: isPartial && draw(10) === 0 ? null : wijk }
  })
  const tables = isNested
    ? [
        ['district', 'antwoord'],
        ['wijk', 'antwoord'],
      ]
    : draw(2) === 0
      ? [
          ['wijk', 'antwoord'],
          ['wijk', 'leeftijd'],
        ]
      : [['wijk', 'antwoord', 'leeftijd']]
  const params: FamilyParams = {
    tables,
    threshold: 5,
    zero_is_primary: draw(4) === 0,
    weight: draw(3) === 0 ? 'w' : null,
    dims: { district: [...new Set(Object.values(map))], wijk: wijken, antwoord: answers, leeftijd: ['jong', 'oud'] },
    hierarchy: isNested ? { parent: 'district', child: 'wijk', map } : null,
  }
  return { rows, params }
}
