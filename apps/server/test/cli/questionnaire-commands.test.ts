import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { compile } from '@klankbord/questionnaire'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { run, type Finished } from './command.ts'
import { DEFINITION } from './study-on-disk.ts'

let folder: string

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kb-'))
})

afterAll(() => rm(folder, { recursive: true, force: true }))

async function file(name: string, definition: unknown): Promise<string> {
  return textFile(name, JSON.stringify(definition))
}

async function textFile(name: string, text: string | Uint8Array): Promise<string> {
  const path = join(folder, name)
  await writeFile(path, text)
  return path
}

const command = (...parameters: readonly string[]): Promise<Finished> =>
  run(['questionnaire', ...parameters], { data: null, databaseUrl: null })

/** The definition with one thing in its first question otherwise. */
const withFirst = (change: object): unknown => {
  const [page] = DEFINITION.pages
  const [first, ...rest] = page?.elements ?? []
  return { ...DEFINITION, pages: [{ ...page, elements: [{ ...first, ...change }, ...rest] }] }
}

describe('somebody who checks a definition', () => {
  it('reads that it can be used, with hints', async () => {
    const path = await file('good.json', DEFINITION)
    const { code, printed } = await command('check', path)
    expect(code).toBe(0)
    expect(printed[0]).toBe(
      'Hint at 1:1 /: nobody to call: people find no help line (helpLines) and no telephone number of the organisation',
    )
    expect(printed[1]).toMatch(
      /^Hint: 8 texts have no en; .* At 1:\d+ \/pages\/0\S+; 1:\d+ \/pages\/0\S+; 1:\d+ \/pages\/0\S+; and 5 more\.$/,
    )
    expect(printed).toHaveLength(3)
    expect(printed[2]).toContain('; 2 hints;')
    expect(printed.at(-1)).toContain(`${path} can be used: 4 questions on 4 screens, in nl, en;`)
  })

  it('reads which pictures lie in no folder of the data, where there is one', async () => {
    const picture = (name: string): unknown => ({ value: name, text: name, imageLink: `/pictures/${name}` })
    const choices = ['house.svg', 'Garden.svg', 'river.png'].map(picture)
    const elements = [{ type: 'imagepicker', name: 'home', title: 'Waar woont u?', choices }]
    const path = await file('pictures.json', { ...DEFINITION, pages: [{ name: 'one', elements }] })
    const data = join(folder, 'data-with-pictures')
    await mkdir(join(data, 'pictures'), { recursive: true })
    await writeFile(join(data, 'pictures', 'house.svg'), '<svg/>')
    const missing = async (where: string): Promise<readonly string[]> =>
      (await command('check', path, '--data', where)).printed.filter((line) => line.includes('no such picture'))
    expect(await missing(data)).toEqual([
      expect.stringMatching(
        /1\/imageLink: no such picture in the folder pictures of the data: \/pictures\/Garden\.svg$/,
      ),
      expect.stringMatching(/2\/imageLink: .*: \/pictures\/river\.png$/),
    ])
    expect(await missing(join(folder, 'nothing-here'))).toEqual([])
  })

  it('can use the example of the page about consents as it stands there', async () => {
    const page = await readFile(new URL('../../../../docs/operations/consents.md', import.meta.url), 'utf8')
    const path = await textFile('consents.json', /```json\n([^]*?)```/.exec(page)?.[1] ?? '')
    const { code, printed } = await command('check', path)
    expect([code, printed]).toEqual([0, [expect.stringContaining('4 questions')]])
  })

  it('reads every fault with its place and what was probably meant', async () => {
    const path = await textFile('faulty.json', JSON.stringify(withFirst({ choises: [1] }), null, 2))
    const { code, printed } = await command('check', path)
    expect(code).toBe(1)
    const line = (await readFile(path, 'utf8')).split('\n').findIndex((text) => text.includes('choises')) + 1
    expect(printed[0]).toBe(
      `Fault at ${line}:11 /pages/0/elements/0/choises: unknown property: choises (on radiogroup safe) (did you mean choices?)`,
    )
    expect(printed.at(-1)).toMatch(/cannot be used: 1 fault, 1 hint\.$/)
  })

  it('reads which questions no web page can ask yet', async () => {
    const elements = [{ type: 'signaturepad', name: 'signed', title: 'Tekent u hier?' }]
    const path = await file('signed.json', { title: 'Akkoord', pages: [{ name: 'one', elements }] })
    const { code, printed } = await command('check', path)
    expect([code, printed[0]]).toEqual([0, expect.stringMatching(/^Hint at 1:\d+ \/pages\/0\/elements\/0: .*signed/)])
    expect(printed.at(-1)).toContain('2 hints;')
  })

  it('reads which languages wait for a speaker, and nothing of those of the makers', async () => {
    const path = await textFile(
      'pools.json',
      JSON.stringify(withFirst({ title: { nl: 'Veilig?', pl: 'Bezpiecznie?' } })),
    )
    const { code, printed } = await command('check', path)
    expect(code).toBe(0)
    expect(printed.filter((line) => line.includes('released by a speaker'))).toEqual([
      expect.stringMatching(/^Hint at .*\/locale: languages to be released by a speaker .* offered them: pl$/),
    ])
  })

  it.each([
    ['{"title": 0,05}', 'a decimal comma (write 0.05) at line 1, column 13'],
    ["{\n  'title': 1\n}", 'a quotation mark that JSON does not know (write "…") at line 2, column 3'],
    ['{\r\n"title": 1,,\r\n"pages": []}', 'a comma too many before this at line 2, column 12'],
    ['{"title": 1,\n}', 'a comma too many before this at line 2, column 1'],
    ['{"title": 1\n"pages": []}', 'a comma or a closing bracket is missing before this at line 2, column 1'],
    ['{"title" 1, "pages": []}', 'a colon is missing before this at line 1, column 10'],
    ['{title: 1}', 'the name of a property in double quotation marks was expected at line 1, column 2'],
    ['{"title": True}', 'a value was expected at line 1, column 11'],
    ['{"title": "x,\n"pages": []}', 'a text that is not closed with a quotation mark on its line at line 1, column 11'],
    ['{"title": "a\tb"}', 'a tab or a line end within a text (write \\t or \\n) at line 1, column 11'],
    ['{} // done\n{}', 'a comment, which JSON does not have at line 1, column 4'],
    ['{}\n{}}', 'something more after the end of the definition at line 2, column 1'],
    ['{"title": "x", "pages": [', 'the file ends too early, at line 1, column 26: something is not closed'],
    ['{"title": "x', 'the file ends too early, at line 1, column 13: something is not closed'],
  ])('reads what is wrong with JSON, and where: %j', async (text, reason) => {
    const { code, printed } = await command('check', await textFile('no-json.json', text))
    expect([code, printed[0]]).toEqual([1, `Fault at /: definition is not JSON: ${reason}`])
  })

  it('reads the place of the nearest thing around what is missing', async () => {
    const path = await textFile(
      'short.json',
      '{"title": "x", "pages": [{ "elements": [\n  { "type": "comment", "title": "x" }]}]}',
    )
    expect((await command('check', path)).printed).toContainEqual(
      expect.stringMatching(/^Fault at 2:3 \/pages\/0\/elements\/0\/?(name)?: /),
    )
  })

  it('uses a file with a mark before its text as any other', async () => {
    const path = await textFile('marked.json', `\uFEFF${JSON.stringify(DEFINITION)}`)
    expect((await command('check', path)).code).toBe(0)
  })

  it('reads that a file is in UTF-16, in another encoding, or empty', async () => {
    const inUtf16 = await textFile('wide.json', Buffer.from(`\uFEFF${JSON.stringify(DEFINITION)}`, 'utf16le'))
    expect((await command('check', inUtf16)).warned[0]).toContain('(it is in UTF-16; save it as UTF-8)')
    const inLatin = await textFile('latin.json', Buffer.from('{"title": "Café"}', 'latin1'))
    expect((await command('check', inLatin)).warned[0]).toContain('(it is in another encoding; save it as UTF-8)')
    const empty = await textFile('empty.json', ' \n')
    expect((await command('check', empty)).warned).toEqual([`file is empty: ${empty} (expected JSON)`])
  })

  it('reads one sentence about a file that is not there', async () => {
    const { code, warned } = await command('check', join(folder, 'nowhere.json'))
    expect([code, warned.length]).toEqual([1, 1])
    expect(warned[0]).toContain('file cannot be read')
  })
})

describe('somebody who compares two definitions', () => {
  it('reads each change and whose trend it breaks', async () => {
    const old = await file('old.json', DEFINITION)
    const now = await file('new.json', withFirst({ title: 'Voelde u zich in de opvang op uw gemak?' }))
    const { code, printed } = await command('compare', old, now)
    expect(code).toBe(0)
    expect(printed).toEqual([
      'wording: safe · title (/pages/0/elements/0)',
      '  was  Voelt u zich hier veilig?',
      '  is   Voelde u zich in de opvang op uw gemak?',
      '  breaks the trend of safe',
      '1 change.',
      'The trend breaks of: safe.',
    ])
  })

  it('reads that nothing changed, or that no trend breaks', async () => {
    const old = await file('old.json', DEFINITION)
    expect((await command('compare', old, old)).printed).toEqual(['No changes.'])
    const typo = await file('typo.json', withFirst({ title: 'Voelt u zich hier veilig' }))
    expect((await command('compare', old, typo)).printed.at(-1)).toBe('No trend breaks.')
  })

  it('reads of two studies which questions may be compared, and why others may not', async () => {
    const old = await file('here.json', DEFINITION)
    const there = await file('there.json', withFirst({ title: 'Voelde u zich in de opvang op uw gemak?' }))
    const { code, printed } = await command('compare', old, there, '--between-studies')
    expect(code).toBe(0)
    const lines = printed.join('\n').split('\n')
    expect(lines[0]).toBe('safe: may not be compared (other words)')
    expect(lines.slice(1, -1).every((line) => line.endsWith(': may be compared'))).toBe(true)
    expect(lines.at(-1)).toMatch(/^3 of 4 questions that both ask may be compared/)
  })

  it('reads the faults of the one that cannot be used', async () => {
    const old = await file('old.json', DEFINITION)
    const faulty = await file('faulty.json', withFirst({ choises: [1] }))
    const { code, printed, warned } = await command('compare', old, faulty)
    expect([code, printed]).toEqual([1, []])
    expect(warned.at(-1)).toBe(`1 fault in ${faulty}.`)
  })
})

describe('somebody who wants the codebook', () => {
  it('reads every variable with its codes', async () => {
    const { code, printed } = await command('codebook', await file('good.json', DEFINITION))
    expect(code).toBe(0)
    expect(printed.slice(0, 4)).toEqual([
      expect.stringMatching(/^safe {2}single, (nominal|ordinal)$/),
      '  Voelt u zich hier veilig?',
      '       1  Ja',
      '       2  Nee',
    ])
    expect(printed.at(-1)).toBe('4 variables.')
  })

  it('reads it in another language where there are translations', async () => {
    const path = await file('both.json', withFirst({ title: { nl: 'Veilig?', en: 'Safe?' } }))
    expect((await command('codebook', path, '--language', 'en')).printed[1]).toBe('  Safe?')
  })
})

/** A month, a duration, an option that stands alone and a question that is not for everybody. */
const DETAILED = {
  title: { nl: 'Hulp', en: 'Support' },
  durations: [{ name: 'waited', title: 'Wachttijd', amount: 'weeks', unit: 'week' }],
  pages: [
    {
      name: 'one',
      elements: [
        { type: 'text', inputType: 'month', name: 'since', title: 'Sinds?', min: '2020-01' },
        { type: 'text', inputType: 'number', name: 'weeks', title: 'Weken?', min: 0, max: 99, step: 1 },
        {
          type: 'checkbox',
          name: 'kinds',
          title: { nl: 'Welke?', en: 'Which?' },
          visibleIf: '{weeks} > 2',
          maxSelectedChoices: 2,
          choices: [
            1,
            2,
            { value: 3, text: 'Geen', exclusive: true },
            { value: -3, text: '?', missingReason: 'dontKnow' },
          ],
        },
      ],
    },
  ],
}

describe('somebody who works with the codebook elsewhere', () => {
  it('reads limits, units, what stands alone and every kind of empty', async () => {
    const { printed } = await command('codebook', await file('detailed.json', DETAILED))
    expect(printed).toEqual([
      'since  month, interval',
      '  Sinds?',
      '  limits: min 2020-01',
      '      -2  (skipped)',
      'weeks  numeric, ratio',
      '  Weken?',
      '  limits: min 0, max 99, step 1',
      '      -2  (skipped)',
      'kinds  multiple, nominal',
      '  Welke?',
      '  gevraagd als: ‘Weken?’ is groter dan 2',
      '  limits: maxSelected 2',
      '       1  1',
      '       2  2',
      '       3  Geen, stands alone',
      '      -3  ? (dontKnow), stands alone',
      '      -1  (notAsked)',
      '      -2  (skipped)',
      'waited  duration in days, ratio',
      '  Weken?',
      '  Wachttijd',
      '       1  (it was over)',
      '       2  (it took at least so long)',
      '      -2  (skipped)',
      '4 variables.',
    ])
  })

  it('reads for whom something is asked in the language that was asked for', async () => {
    const { printed } = await command('codebook', await file('detailed.json', DETAILED), '--language', 'EN')
    expect(printed).toContain('  Which?')
    expect(printed).toContainEqual(expect.stringMatching(/^ {2}asked when: .* is more than 2/))
  })

  it('is told which languages there are', async () => {
    const { code, printed, warned } = await command(
      'codebook',
      await file('detailed.json', DETAILED),
      '--language',
      'fr',
    )
    expect([code, printed]).toEqual([1, []])
    expect(warned).toEqual(['no texts in this language: fr (the definition has nl, en)'])
  })

  it('gets all of it as JSON', async () => {
    const { printed } = await command('codebook', await file('detailed.json', DETAILED), '--json')
    const book: unknown = JSON.parse(printed.join('\n'))
    expect(book).toMatchObject({
      language: 'nl',
      languages: ['nl', 'en'],
      variables: [
        { name: 'since', format: 'month', limits: { min: '2020-01' }, empties: { skipped: -2 } },
        { name: 'weeks', limits: { min: 0, max: 99, step: 1 } },
        { name: 'kinds', exclusive: [3, -3], label: { nl: 'Welke?', en: 'Which?' } },
        { name: 'waited', unit: 'days' },
      ],
    })
  })
})

describe('somebody who has a definition written in one way', () => {
  it('gets one that means the same', async () => {
    const { code, printed } = await command('decompile', await file('good.json', DEFINITION))
    expect(code).toBe(0)
    const written: unknown = JSON.parse(printed.join('\n'))
    expect(compile(written).questionnaire?.hash).toBe(compile(DEFINITION).questionnaire?.hash)
  })
})
