import {
  EMPTY_CODES,
  hasOptions,
  type Json,
  type LocalizedText,
  type Option,
  type Questionnaire,
} from '@klankbord/model'
import { compile, lengthOf } from '@klankbord/questionnaire'
import { describe, expect, it } from 'vitest'
import { INSTRUMENTS, type Instrument } from '../src/index.ts'

/** What the law and the field ask: their sources are on the page of each instrument. */
const NEEDED_LIMITS: Readonly<Record<string, readonly string[]>> = {
  'wmo-client-experience': ['rankProviders'],
  'youth-and-parents': ['perInstitution', 'purchasing'],
}

const WAYS_OUT: ReadonlySet<number> = new Set(Object.values(EMPTY_CODES))

function compiled({ definition }: Instrument): Questionnaire {
  const { questionnaire, findings } = compile(definition)
  expect(findings).toEqual([])
  if (!questionnaire) throw new Error('no questionnaire')
  return questionnaire
}

/** Every text in a value, wherever it stands: an object with Dutch in it. */
function textsIn(value: Json | undefined): readonly LocalizedText[] {
  if (value === null || typeof value !== 'object') return []
  if (Array.isArray(value)) return value.flatMap(textsIn)
  const record = value as Readonly<Record<string, Json>>
  return typeof record['nl'] === 'string' ? [record as LocalizedText] : Object.values(record).flatMap(textsIn)
}

const textsOf = ({ title, about, definition, purposeLimits }: Instrument): readonly LocalizedText[] =>
  textsIn([title, { ...about }, definition, purposeLimits.map(({ reason }) => reason)])

const optionsOf = (question: Questionnaire['questions'][number]): readonly Option[] =>
  hasOptions(question) ? question.options : question.type === 'matrix' ? question.columns : []

describe.each(INSTRUMENTS.map((instrument) => [instrument.id, instrument] as const))('%s', (id, instrument) => {
  const questionnaire = compiled(instrument)
  const { questions } = questionnaire
  const names = questions.map(({ name }) => name)

  it('is our own and compiles without a finding, hints included', () => {
    expect(instrument.rights).toBe('own')
    expect(compile(instrument.definition).findings).toEqual([])
  })

  it('has every text in Dutch and in English', () => {
    const bare = textsOf(instrument).filter((text) => !text['nl']?.trim() || !text['en']?.trim())
    expect(bare).toEqual([])
  })

  it('says what it measures, for whom, and what it is not for', () => {
    expect(Object.keys(instrument.about)).toEqual(['measures', 'forWhom', 'notFor'])
    for (const text of Object.values(instrument.about as unknown as Record<string, LocalizedText>))
      expect(text['nl']).toMatch(/\.$/)
  })

  it('speaks in short and calm sentences', () => {
    const sentences = textsOf(instrument).flatMap((text) =>
      Object.values(text).flatMap((words) => words.replaceAll(/<[^>]*>/g, ' ').split(/(?<=[.?:])\s/)),
    )
    expect(sentences.filter((sentence) => sentence.includes('!'))).toEqual([])
    expect(sentences.filter((sentence) => sentence.trim().split(/\s+/).length > 20)).toEqual([])
  })

  it('lets people out of every choice, and gives every option its own words', () => {
    const choices = questions.map((question) => ({ name: question.name, options: optionsOf(question) }))
    const offered = choices.filter(({ options }) => options.length > 0)
    const stuck = offered.filter(({ options }) => !options.some(({ code }) => WAYS_OUT.has(code)))
    expect(stuck.map(({ name }) => name)).toEqual([])
    const distinct = (options: readonly Option[], language: string): boolean =>
      new Set(options.map(({ text }) => text[language])).size === options.length
    const alike = offered.filter(({ options }) => !distinct(options, 'nl') || !distinct(options, 'en'))
    expect(alike.map(({ name }) => name)).toEqual([])
  })

  it('gives every question a theme, and marks what people write as sensitive', () => {
    expect(questions.filter(({ theme }) => theme === undefined).map(({ name }) => name)).toEqual([])
    const written = questions.filter(({ type }) => type === 'comment')
    expect(written.filter(({ sensitive }) => !sensitive).map(({ name }) => name)).toEqual([])
  })

  it('marks what can be compared with a key of its own: every judgement on a scale, and nothing about the person', () => {
    const judged = questions.filter(({ scale }) => scale !== undefined)
    expect(judged.length).toBeGreaterThan(0)
    expect(judged.map(({ benchmarkKey }) => benchmarkKey)).toEqual(judged.map(({ name }) => `${id}.${name}.v1`))
    const keyed = questions.filter(({ benchmarkKey }) => benchmarkKey !== undefined)
    expect(keyed).toEqual(judged)
  })

  it('names in its plan, its limits and its parallel keys only questions that it has', () => {
    const { plan, purposeLimits, parallelKeys } = instrument
    expect(names).toEqual(expect.arrayContaining([...plan.questions, ...plan.breakdowns.map((by) => by.variable)]))
    expect(plan.questions).toContain(plan.headline)
    expect(names).toEqual(expect.arrayContaining(Object.keys(parallelKeys)))
    for (const limit of purposeLimits) {
      expect(limit.questions.length).toBeGreaterThan(0)
      expect(names).toEqual(expect.arrayContaining([...limit.questions]))
    }
    expect(purposeLimits.map(({ never }) => never)).toEqual(expect.arrayContaining([...(NEEDED_LIMITS[id] ?? [])]))
  })

  it('publishes nothing that people wrote', () => {
    const text = questions.filter(({ type }) => type === 'comment' || type === 'text').map(({ name }) => name)
    expect(instrument.plan.questions.filter((name) => text.includes(name))).toEqual([])
  })

  it('scores its scales from items that it has, when at least half are answered', () => {
    for (const { items, minimumAnswered } of questionnaire.scales ?? []) {
      expect(names).toEqual(expect.arrayContaining([...items]))
      expect(minimumAnswered).toBeGreaterThanOrEqual(0.5)
    }
  })

  it('can be done within a quarter of an hour', () => {
    expect(lengthOf(questionnaire).minutes).toBeLessThanOrEqual(15)
  })
})
