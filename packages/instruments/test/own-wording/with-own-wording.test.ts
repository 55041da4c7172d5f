import { hasOptions, type Questionnaire } from '@klankbord/model'
import { comparableOf, compareVersions, compile, mayCompare, type Comparable } from '@klankbord/questionnaire'
import { describe, expect, it } from 'vitest'
import { INSTRUMENTS, withOwnWording, wmoClientExperience, type OwnWords } from '../../src/index.ts'

/** Made up: what a municipality might have asked before. */
const BEFORE: Readonly<Record<string, OwnWords>> = {
  T1: { title: { nl: 'Het was duidelijk waar ik moest zijn.', en: 'It was clear where to go.' } },
  T6: {
    prompt: { nl: 'Wat vindt u?', en: 'What do you think?' },
    title: { nl: 'De ondersteuning is in orde.', en: 'The support is in order.' },
    answers: { 1: { nl: 'Volledig eens', en: 'Completely agree' } },
  },
}

function compiled(definition: unknown): Questionnaire {
  const { questionnaire, findings } = compile(definition)
  // A study's own words come without translations: then people read its Dutch.
  expect(findings.filter(({ code }) => code !== 'missingTranslation')).toEqual([])
  if (!questionnaire) throw new Error('no questionnaire')
  return questionnaire
}

const study = withOwnWording(wmoClientExperience, BEFORE)
const theirs = compiled(study.definition)
const ours = compiled(wmoClientExperience.definition)

function comparable(questionnaire: Questionnaire, name: string, mode: Comparable['mode'] = 'web'): Comparable {
  const found = comparableOf(questionnaire, name, mode)
  if (!found) throw new Error(`no ${name}`)
  return found
}

describe('a municipality that enters the sentences of an earlier year', () => {
  it('asks them in the place of ours, with the same codes and the same order', () => {
    expect(theirs.questions.map(({ name }) => name)).toEqual(ours.questions.map(({ name }) => name))
    const t6 = theirs.questions.find(({ name }) => name === 't6')
    expect([t6?.prompt?.['nl'], t6?.title['nl']]).toEqual(['Wat vindt u?', 'De ondersteuning is in orde.'])
    const options = t6 && hasOptions(t6) ? t6.options : []
    expect(options.map(({ code }) => code)).toEqual([1, 2, 3, 4, 5, -3, -4])
    expect(options[0]?.text['nl']).toBe('Volledig eens')
    expect(options[1]?.text['nl']).toBe('Mee eens')
  })

  it('mixes nothing of ours into a sentence, and leaves the other topics as they were', () => {
    const [t1, t2] = theirs.questions
    expect(t1).not.toHaveProperty('prompt')
    expect(t1).not.toHaveProperty('benchmarkKey')
    expect(t2).toEqual(ours.questions[1])
  })

  it('has a new series of figures for these topics, as every change of wording makes', () => {
    const { breaksTrendOf: breaks } = compareVersions(ours, theirs)
    expect(breaks).toEqual(expect.arrayContaining(['t1', 't6']))
    expect(breaks).not.toContain('t2')
  })

  it('keeps a hash for each sentence of its own, and none for ours', () => {
    expect(Object.keys(study.wordingHashes)).toEqual(['t1', 't6'])
    expect(study.wordingHashes['t1']).toBe(comparable(theirs, 't1').wordingHash)
  })

  it('is told which topics there are when it names another', () => {
    const entering = (): unknown => withOwnWording(wmoClientExperience, { T11: { title: { nl: 'Zin' } } })
    expect(entering).toThrow(/^unknown topic: T11 \(instrument has T1, T2, /)
  })

  it('keeps them to itself: they are not among what is shipped', () => {
    expect(study.rights).toBe('study')
    const shipped = JSON.stringify(INSTRUMENTS)
    expect(shipped).not.toContain('De ondersteuning is in orde')
  })
})

describe('a benchmark', () => {
  const sameWords = (title: string): Comparable =>
    comparable(
      compiled(withOwnWording(wmoClientExperience, { T1: { title: { nl: title, en: 'Own' } } }).definition),
      't1',
    )

  it('is there for two studies that asked the same', () => {
    expect(mayCompare(comparable(ours, 't6'), comparable(ours, 't6'))).toEqual({ allowed: true, differs: [] })
    const again = withOwnWording(wmoClientExperience, BEFORE)
    const other = comparable(compiled(again.definition), 't6')
    expect(mayCompare(comparable(theirs, 't6'), other).allowed).toBe(true)
  })

  it('does not mind capitals, spaces, the shape of quotation marks or a full stop', () => {
    const plain = sameWords("Ik kon m'n verhaal kwijt")
    expect(mayCompare(plain, sameWords('  ik kon m’n   verhaal kwijt. ')).allowed).toBe(true)
    expect(mayCompare(plain, sameWords("Ik kon m'n verhaal niet kwijt")).differs).toEqual(['wording'])
  })

  it('sets no earlier sentence beside ours', () => {
    expect(mayCompare(comparable(theirs, 't6'), comparable(ours, 't6'))).toEqual({
      allowed: false,
      differs: ['wording'],
    })
  })

  it('sets no telephone beside a screen, since the way of asking moves answers too', () => {
    const differs = mayCompare(comparable(ours, 't6', 'telephone'), comparable(ours, 't6')).differs
    expect(differs).toEqual(['mode'])
  })

  it('sets nothing beside answers of which nobody knows how they were given, such as those of a file', () => {
    const fromFile = comparable(ours, 't6', 'notKnown')
    expect(mayCompare(fromFile, fromFile)).toEqual({ allowed: false, differs: ['mode'] })
  })

  it('sets no agreement beside yes and no', () => {
    const { allowed, differs } = mayCompare(comparable(ours, 't5'), comparable(ours, 't6'))
    expect(allowed).toBe(false)
    expect(differs).toContain('scale')
  })

  it('does not mind a translation that was added, since words are held to their source', () => {
    const only = withOwnWording(wmoClientExperience, { T1: { title: { nl: 'Zin' } } })
    const both = withOwnWording(wmoClientExperience, { T1: { title: { nl: 'Zin', en: 'Sentence' } } })
    expect(only.wordingHashes['t1']).toBe(both.wordingHashes['t1'])
  })

  it('knows nothing of a question that is not there', () => {
    expect(comparableOf(ours, 't11', 'web')).toBeUndefined()
  })
})
