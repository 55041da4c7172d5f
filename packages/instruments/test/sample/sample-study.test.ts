import { check, compile } from '@klankbord/questionnaire'
import { describe, expect, it } from 'vitest'
import { sampleStudy, wmoClientExperience, type SampleResponse, type SampleWave } from '../../src/index.ts'

function roundsOf(seed?: number): readonly [SampleWave, SampleWave] {
  const [spring, autumn] = sampleStudy(seed).waves
  if (!spring || !autumn) throw new Error('expected two waves')
  return [spring, autumn]
}

const [spring, autumn] = roundsOf()

/** Share of the first two options among the first five. */
function positive(responses: readonly SampleResponse[], name: string): number {
  const given = responses.map(({ answers }) => Number(answers[name])).filter((code) => code > 0)
  return given.filter((code) => code <= 2).length / given.length
}

const living = (district: number) => spring.responses.filter(({ answers }) => answers['district'] === district)
const aged = (group: number) => spring.responses.filter(({ answers }) => answers['age_group'] === group)

describe('the sample study', () => {
  it('is marked as a sample and is the same for the same seed', () => {
    expect(sampleStudy().sample).toBe(true)
    expect(sampleStudy(7)).toEqual(sampleStudy(7))
    expect(sampleStudy(7)).not.toEqual(sampleStudy(8))
  })

  it('holds only answers that the check lets through', () => {
    const { questionnaire } = compile(wmoClientExperience.definition)
    if (!questionnaire) throw new Error('no questionnaire')
    for (const { answers } of [...spring.responses, ...autumn.responses, ...roundsOf(99)[0].responses]) {
      expect(check(questionnaire, answers)).toMatchObject({ ok: true })
    }
  })

  it('has a closed round with a frame whose strata add up, and an open round to try', () => {
    expect(spring).toMatchObject({ address: 'voorbeeld-2026', mode: 'codeAnonymous', state: 'closed' })
    expect(spring.frame).toMatchObject({ population: 1400, invited: 1400 })
    for (const sizes of Object.values(spring.frame?.strata ?? {})) {
      expect(Object.values(sizes).reduce((sum, size) => sum + size, 0)).toBe(1400)
    }
    expect(Object.keys(spring.frame?.strata ?? {})).toEqual(['district', 'age_group'])
    expect(autumn).toMatchObject({ address: 'probeer', mode: 'open', state: 'open', frame: null })
    expect(autumn.responses).toHaveLength(40)
    expect([spring.from, spring.to, autumn.from, autumn.to]).toEqual(['2026-W07', '2026-W17', '2026-W45', '2026-W47'])
  })

  it('has a round for which people were invited by name, with answers of those who sent any', () => {
    const { questionnaire } = compile(wmoClientExperience.definition)
    if (!questionnaire) throw new Error('no questionnaire')
    const { invitees } = sampleStudy().invited
    const fates = (fate: string): number => invitees.filter((one) => one.fate === fate).length
    expect(['answered', 'withdrawn', 'refused', 'undeliverable', 'notInGroup', 'open'].map(fates)).toEqual([
      94, 2, 17, 9, 6, 112,
    ])
    expect(new Set(invitees.map(({ name }) => name)).size).toBe(240)
    expect(new Set(invitees.map(({ stratum }) => stratum)).size).toBe(5)
    const unlike = invitees.filter(
      ({ fate, sent }) => (sent !== null) !== (fate === 'answered' || fate === 'withdrawn'),
    )
    expect(unlike).toEqual([])
    const sent = invitees.flatMap((one) => (one.sent === null ? [] : [check(questionnaire, one.sent.answers).ok]))
    expect(new Set(sent)).toEqual(new Set([true]))
  })

  it('never has more answers in a stratum than people', () => {
    for (const [variable, sizes] of Object.entries(spring.frame?.strata ?? {})) {
      for (const [code, size] of Object.entries(sizes)) {
        const given = spring.responses.filter(({ answers }) => answers[variable] === Number(code))
        expect(given.length).toBeLessThanOrEqual(size)
      }
    }
  })

  it('has a district with so few answers that it must be hidden, whatever the seed', () => {
    for (const seed of [1, 2, 3, 2026, -5]) {
      const rural = roundsOf(seed)[0].responses.filter(({ answers }) => answers['district'] === 5)
      expect(rural.length).toBeGreaterThanOrEqual(1)
      expect(rural.length).toBeLessThanOrEqual(9)
    }
  })
})

describe('the people of the sample study', () => {
  it('say in the south-east clearly less often that help started quickly', () => {
    const southEast = positive(living(4), 't2')
    for (const district of [1, 2, 3]) expect(positive(living(district), 't2') - southEast).toBeGreaterThan(0.12)
    expect(Math.abs(positive(living(4), 't6') - positive(living(2), 't6'))).toBeLessThan(0.12)
  })

  it('answer less often when they are young or live in a facility', () => {
    expect(aged(1).length / 224).toBeLessThan(0.32)
    expect(aged(3).length / 434).toBeGreaterThan(0.45)
  })

  it('lean the same way on all questions about the help itself', () => {
    const content = spring.responses.filter(({ answers }) => answers['t6'] === 1)
    const discontent = spring.responses.filter(({ answers }) => Number(answers['t6']) >= 4)
    expect(positive(content, 't9') - positive(discontent, 't9')).toBeGreaterThan(0.3)
  })

  it('leave gaps: skipped, no opinion, rather not say', () => {
    const t10 = spring.responses.map(({ answers }) => answers['t10'])
    for (const gap of [undefined, -3, -4]) {
      const share = t10.filter((code) => code === gap).length / t10.length
      expect(share).toBeGreaterThan(0)
      expect(share).toBeLessThan(0.12)
    }
  })

  it('write something in about one of seven cases, never with a digit that could be a number of somebody', () => {
    const stories = spring.responses.flatMap(({ answers }) => answers['story'] ?? [])
    expect(stories.length / spring.responses.length).toBeGreaterThan(0.1)
    expect(stories.length / spring.responses.length).toBeLessThan(0.2)
    expect(stories.filter((story) => typeof story !== 'string' || /\d/.test(story))).toEqual([])
  })

  it('name a helper only when somebody helps', () => {
    const named = spring.responses.filter(({ answers }) => answers['helper'] !== undefined)
    expect(named.length).toBeGreaterThan(50)
    expect(named.every(({ answers }) => answers['helped'] === 1)).toBe(true)
  })
})
