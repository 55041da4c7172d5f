import { contentHash } from '@klankbord/model'
import { drawSample, frameDigest, type DrawPlan, type FrameRow } from '@klankbord/statistics'
import { describe, expect, it } from 'vitest'

/** Twelve clients: a family of three and a couple in Noord, a couple of which one belongs to Oost, and who lives alone. */
const frame: readonly FrameRow[] = [
  ...['n1', 'n2', 'n3'].map((id) => ({ id, stratum: 'Noord', household: 'family' })),
  ...['n4', 'n5'].map((id) => ({ id, stratum: 'Noord', household: 'couple' })),
  ...['n6', 'n7', 'n8'].map((id) => ({ id, stratum: 'Noord', household: null })),
  ...['o1', 'o2', 'o3', 'o4'].map((id) => ({ id, stratum: 'Oost', household: id })),
]
const plan: DrawPlan = { strata: { Noord: 3, Oost: 2 }, onePerHousehold: false, exclude: new Map() }
const idsOf = (drawn: readonly { readonly id: string }[]): readonly string[] => drawn.map(({ id }) => id)

describe('a researcher draws a sample', () => {
  it('of as many people per stratum as the plan says, each with the chance of being drawn', () => {
    const { drawn, record } = drawSample(frame, plan, 'voorjaar')
    expect(drawn.filter(({ stratum }) => stratum === 'Noord')).toHaveLength(3)
    expect(drawn.filter(({ stratum }) => stratum === 'Oost')).toHaveLength(2)
    for (const { stratum, probability } of drawn) expect(probability).toBe(stratum === 'Noord' ? 3 / 8 : 2 / 4)
    expect(record.strata).toEqual([
      { stratum: 'Noord', frame: 8, excluded: 0, leftInHousehold: 0, eligible: 8, asked: 3, drawn: 3 },
      { stratum: 'Oost', frame: 4, excluded: 0, leftInHousehold: 0, eligible: 4, asked: 2, drawn: 2 },
    ])
  })

  it('that stays what it is: these people, with this seed, in this version', () => {
    const { drawn, record } = drawSample(frame, { ...plan, onePerHousehold: true }, 'voorjaar')
    expect([record.algorithm, record.version]).toEqual(['sha256-order', 1])
    // Worked out apart from this code, by sha256sum and sort: see the README.
    expect(idsOf(drawn)).toEqual(['n5', 'n6', 'n8', 'o1', 'o4'])
  })

  it('of one person per address, chosen by chance among those who may be drawn', () => {
    const exclude = new Map([
      ['n3', 'invitedRecently'],
      ['o4', 'refusedForGood'],
      ['elsewhere', 'invitedRecently'],
    ])
    const { drawn, record } = drawSample(frame, { strata: 'everyone', onePerHousehold: true, exclude }, 'najaar')
    expect(drawn).toHaveLength(8)
    expect(drawn.find(({ id }) => id === 'n1' || id === 'n2')?.probability).toBe(1 / 2)
    expect(drawn.find(({ id }) => id === 'n6')?.probability).toBe(1)
    expect(record.exclusions).toEqual({ invitedRecently: 1, refusedForGood: 1 })
    expect(record.strata).toEqual([
      { stratum: 'Noord', frame: 8, excluded: 1, leftInHousehold: 2, eligible: 5, asked: null, drawn: 5 },
      { stratum: 'Oost', frame: 4, excluded: 1, leftInHousehold: 0, eligible: 3, asked: null, drawn: 3 },
    ])
  })

  it('of all there are, where the plan asks for more, and the record says so', () => {
    const { drawn, record } = drawSample(frame, { ...plan, strata: { Noord: 100, Oost: 0 } }, 'voorjaar')
    expect(drawn).toHaveLength(8)
    expect(drawn.every(({ probability }) => probability === 1)).toBe(true)
    expect(record.strata[0]).toMatchObject({ asked: 100, eligible: 8, drawn: 8 })
  })

  it('and keeps a record that names nobody', () => {
    const exclude = new Map([['n3', 'invitedRecently']])
    const text = JSON.stringify(drawSample(frame, { ...plan, exclude }, 'voorjaar').record)
    const names = frame.flatMap(({ id, household }) => [id, household ?? id])
    for (const name of names) expect(text).not.toContain(`"${name}"`)
  })

  it('and can show later that nobody was put on the list, moved or taken off', () => {
    expect(frameDigest(frame.toReversed())).toBe(frameDigest(frame))
    expect(frameDigest(frame.slice(1))).not.toBe(frameDigest(frame))
    expect(frameDigest(frame.map((row) => (row.id === 'n1' ? { ...row, stratum: 'Oost' } : row)))).not.toBe(
      frameDigest(frame),
    )
    expect(frameDigest(frame.map((row) => (row.id === 'n1' ? { ...row, household: null } : row)))).not.toBe(
      frameDigest(frame),
    )
    const digestOf = (id: string): string =>
      drawSample(frame, { ...plan, exclude: new Map([[id, 'invitedRecently']]) }, 'voorjaar').record.exclusionDigest
    expect(digestOf('n1')).not.toBe(digestOf('n2'))
    expect(frameDigest([])).toBe(contentHash([]))
  })

  it('never from a list that names somebody twice, and never without a seed', () => {
    expect(() => drawSample([...frame, ...frame.slice(0, 2)], plan, 'voorjaar')).toThrow('14 rows with 12 ids')
    expect(() => drawSample(frame, plan, ' ')).toThrow('draw without a seed')
    expect(() => drawSample(frame, plan, 'one\nline')).toThrow('draw without a seed')
  })

  it('never with a stratum that is misspelt or forgotten', () => {
    expect(() => drawSample(frame, { ...plan, strata: { Noord: 3, Oots: 2 } }, 'voorjaar')).toThrow(
      'unknown stratum: Oots (there are Noord, Oost)',
    )
    expect(() => drawSample(frame, { ...plan, strata: { Noord: 3 } }, 'voorjaar')).toThrow(
      'nothing is said about stratum Oost',
    )
    expect(() => drawSample(frame, { ...plan, strata: { Noord: 3, Oost: -1 } }, 'voorjaar')).toThrow(
      'sample of Oost is no number of people: -1',
    )
  })
})
