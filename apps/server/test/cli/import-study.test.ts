import { findWaveByAddress, listStudies } from '@klankbord/storage'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { DEFINITION, openDesk, type Desk } from './study-on-disk.ts'

let desk: Desk

beforeAll(async () => {
  desk = await openDesk()
})

afterAll(() => desk.end())

describe('a researcher who imports a study', () => {
  it('reads the short address of its wave, to print and to say, and where the questionnaire is', async () => {
    const path = await desk.file('definition.json', JSON.stringify(DEFINITION))
    const { code, printed } = await desk.command('study', 'import', path, '--organisation', 'Cliëntenraad')
    expect(code).toBe(0)
    expect(printed[0]).toBe('Study: Nachtopvang')
    const address = printed[1]?.replace('Wave: ', '') ?? ''
    expect(printed.slice(2)).toEqual([
      `Short address: /${address} (to print and to say: fill in, go on later, erase answers, read results)`,
      `Questionnaire: /v/${address}`,
    ])
    const found = await findWaveByAddress(desk.database.db, address)
    expect(found?.wave).toMatchObject({ mode: 'open', state: 'open', frame: null, version: 1 })
    expect(found?.study).toMatchObject({ organisation: { name: 'Cliëntenraad' }, sample: false, tryOut: false })
  })

  it('gets a plan of all questions with options, and no other, when none is given', async () => {
    const address = await desk.study(DEFINITION, '--title', 'Opvang in Voorbeeldstad')
    const found = await findWaveByAddress(desk.database.db, address)
    expect(found?.study.plan).toEqual({ questions: ['safe', 'used'], breakdowns: [] })
    expect(found?.study.title).toEqual({ nl: 'Opvang in Voorbeeldstad' })
  })

  it('gets a plan with the rows of a matrix, and without what is sensitive, or gives one with a row', async () => {
    const columns = [
      { value: 1, text: 'Ja' },
      { value: 2, text: 'Nee' },
    ]
    const elements = [
      { type: 'matrix', name: 'care', title: 'Hoe ging het?', rows: ['quick', 'kind'], columns },
      { type: 'radiogroup', name: 'debts', title: 'Hebt u schulden?', choices: columns, sensitive: true },
    ]
    const definition = { ...DEFINITION, pages: [{ name: 'one', elements }] }
    const without = await findWaveByAddress(desk.database.db, await desk.study(definition))
    expect(without?.study.plan).toEqual({ questions: ['care__quick', 'care__kind'], breakdowns: [] })
    const plan = { questions: ['care__quick'], breakdowns: [{ variable: 'debts' }] }
    const path = await desk.file('rows.json', JSON.stringify(plan))
    const given = await findWaveByAddress(desk.database.db, await desk.study(definition, '--plan', path))
    expect(given?.study.plan).toEqual(plan)
  })

  it('reads every fault with its path, and nothing is made', async () => {
    const before = await listStudies(desk.database.db)
    const pages = [{ name: 'one', elements: [{ type: 'radiogrup', name: 'safe', title: 'Veilig?', choices: [1, 2] }] }]
    const path = await desk.file('faulty.json', JSON.stringify({ ...DEFINITION, pages }))
    const { code, printed, warned } = await desk.command('study', 'import', path)
    expect(code).toBe(1)
    expect(printed).toEqual([])
    expect(warned[0]).toMatch(/^Fault at 1:102 \/pages\/0\/elements\/0.*radiogrup.*did you mean radiogroup\?/)
    expect(warned.at(-1)).toBe(`1 fault in ${path}: nothing was made.`)
    expect(await listStudies(desk.database.db)).toEqual(before)
  })

  it('reads which question no web page can ask yet, and nothing is made', async () => {
    const before = await listStudies(desk.database.db)
    const elements = [{ type: 'signaturepad', name: 'signed', title: { nl: 'Tekent u hier?', en: 'Please sign here' } }]
    const path = await desk.file('signed.json', JSON.stringify({ ...DEFINITION, pages: [{ name: 'one', elements }] }))
    const { code, warned } = await desk.command('study', 'import', path)
    expect(code).toBe(1)
    expect(warned.filter((line) => line.startsWith('Fault'))).toEqual([
      expect.stringMatching(/^Fault at 1:101 \/pages\/0\/elements\/0: .*signed/),
    ])
    expect(warned.at(-1)).toBe(`1 fault in ${path}: nothing was made.`)
    expect(await listStudies(desk.database.db)).toEqual(before)
  })

  it('reads one sentence about a file that is not there', async () => {
    const missing = `${desk.folder}/missing.json`
    const { code, warned } = await desk.command('study', 'import', missing)
    expect(code).toBe(1)
    expect(warned).toEqual([`file cannot be read: ${missing} (it does not exist)`])
  })

  it.each(['code', 'paper'])('cannot open a wave in mode %s', async (mode) => {
    const path = await desk.file('definition.json', JSON.stringify(DEFINITION))
    const { code, warned } = await desk.command('study', 'import', path, '--mode', mode)
    expect(code).toBe(1)
    expect(warned).toEqual([
      `mode is not available: ${mode} (this version opens waves in mode open, codeAnonymous, codeConfidential)`,
    ])
  })

  it.each([
    ['{', 'plan is malformed: / (the file ends too early, at line 1, column 2: something is not closed)'],
    ['{"questions":["safe"]}', 'plan is malformed: /breakdowns'],
    ['{"questions":["unsafe"],"breakdowns":[]}', 'unknown variable: unsafe'],
    ['{"questions":["safe"],"breakdowns":[{"variable":"age"}]}', 'unknown variable: age'],
    ['{"questions":["safe"],"breakdowns":[],"headline":"none"}', 'unknown variable: none'],
    ['{"questions":["safe","story"],"breakdowns":[]}', 'question cannot be published: story (text'],
    ['{"questions":["safe"],"breakdowns":[{"variable":"used"}]}', 'cannot break down by: used (multiple'],
    ['{"questions":["safe","safe"],"breakdowns":[]}', 'named twice in the plan: safe'],
    ['{"questions":["safe"],"breakdowns":[],"extra":1}', 'plan is malformed: /'],
    ['{"questions":["safe"],"breakdowns":[],"basis":{"weighted":{"by":[]}}}', 'plan is malformed: /basis'],
    ['{"questions":["safe"],"breakdowns":[],"basis":{"weighted":{"by":["age"]}}}', 'unknown variable: age'],
    ['{"questions":["safe"],"breakdowns":[],"basis":{"weighted":{"by":["used"]}}}', 'cannot break down by: used'],
    ['{"questions":["safe"],"breakdowns":[],"comparisons":{"questions":["used"]}}', 'unknown variable: used'],
    ['{"questions":["safe"],"breakdowns":[],"comparisons":[["safe","used"]]}', 'unknown variable: used'],
  ])('cannot use the plan %s', async (plan, sentence) => {
    const definition = await desk.file('definition.json', JSON.stringify(DEFINITION))
    const { code, warned } = await desk.command(
      'study',
      'import',
      definition,
      '--plan',
      await desk.file('plan.json', plan),
    )
    expect(code).toBe(1)
    expect(warned.at(-1)).toContain(sentence)
  })

  it('cannot publish an answer that is not stored, nor break down by it or by its outcome', async () => {
    const age = { type: 'text', inputType: 'number', name: 'age', title: 'Hoe oud?', outcomeOnly: true }
    const safe = { type: 'radiogroup', name: 'safe', title: 'Veilig?', choices: [1, 2] }
    const calculatedValues = [{ name: 'adult', expression: '{age} >= 18', includeIntoResult: true }]
    const pages = [{ name: 'one', elements: [age, safe] }]
    const definition = { title: 'Opvang', locale: 'nl', calculatedValues, pages }
    const path = await desk.file('definition.json', JSON.stringify(definition))
    const refusal = async (plan: object): Promise<string | undefined> => {
      const file = await desk.file('plan.json', JSON.stringify(plan))
      return (await desk.command('study', 'import', path, '--plan', file)).warned.at(-1)
    }
    const sentence = 'answer is not stored, so nothing can be published of it: age'
    expect(await refusal({ questions: ['safe'], breakdowns: [{ variable: 'age' }] })).toBe(sentence)
    expect(await refusal({ questions: ['age'], breakdowns: [] })).toBe(sentence)
    expect(await refusal({ questions: ['safe'], breakdowns: [{ variable: 'adult' }] })).toContain('a worked-out value')
  })
})
