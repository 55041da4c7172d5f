import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { run, type Finished } from './command.ts'

const DEFINITION = {
  title: { nl: 'Vragen', en: 'Questions' },
  locale: 'nl',
  pages: [
    {
      name: 'one',
      elements: [
        {
          type: 'comment',
          name: 'help',
          title: { nl: 'Wat vindt u van uw maatwerkvoorziening?', en: 'How do you like the care pathway?' },
        },
        {
          type: 'dropdown',
          name: 'district',
          title: { nl: 'Waar woont u?', en: 'Where do you live?' },
          theme: 'background',
          choices: [
            ...Array.from({ length: 9 }, (_, index) => ({ value: index + 1, text: `W${index + 1}` })),
            { value: -4, text: { nl: 'Wil ik niet zeggen', en: 'I’d rather not say' }, missingReason: 'refused' },
          ],
        },
      ],
    },
  ],
}

let folder: string
let file: string

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kb-'))
  file = join(folder, 'definition.json')
  await writeFile(file, JSON.stringify(DEFINITION))
})

afterAll(() => rm(folder, { recursive: true, force: true }))

const coach = (...parameters: readonly string[]): Promise<Finished> =>
  run(['questionnaire', 'coach', file, ...parameters], { data: null, databaseUrl: null })

describe('somebody who asks the coach about a definition', () => {
  it('reads where it may be hard, why, and how it could be put', async () => {
    const { code, printed } = await coach()
    expect(code).toBe(0)
    expect(printed).toEqual([
      'Vakwoord at /pages/0/elements/0/title: maatwerkvoorziening',
      '  ‘maatwerkvoorziening’ is een woord van hulpverleners of beleidsmakers. Niet elke lezer kent het.',
      '  Schrijf bijvoorbeeld: hulp die bij u past. Of leg het woord uit waar het staat.',
      '1 indication, not a verdict.',
    ])
  })

  it('reads it of the English texts', async () => {
    const { printed } = await coach('--language', 'en')
    expect(printed[0]).toBe('Jargon at /pages/0/elements/0/title: care pathway')
  })

  it('hears that the coach does not read a language', async () => {
    const { code, warned } = await coach('--language', 'tr')
    expect([code, warned.length]).toEqual([1, 1])
    expect(warned[0]).toContain('nl, en')
  })

  it('reads how many people the background could single out, and what can be shown', async () => {
    const { printed } = await coach('--population', '14')
    expect(printed.slice(-4)).toEqual([
      // 14 × (8/9)^13 and 14 × (4/5)^13
      'In een groep van 14 mensen zijn ongeveer 3 mensen uniek door 1 achtergrondvraag.',
      'Mensen worden herkenbaar door deze vraag: ‘Waar woont u?’. Kijk wat u kunt weglaten.',
      'Minder antwoorden bij ‘Waar woont u?’ helpt het meest. Die vraag heeft nu 9 antwoorden. Met 5 antwoorden blijft ongeveer 1 persoon uniek.',
      'Dit gaat over wie losse antwoorden ziet. Wat u publiceert, beschermt de software. Met 14 mensen is alleen het totaal te zien: voor twee groepen zijn er minstens 20 nodig.',
    ])
  })

  it('hears that a population is a whole number', async () => {
    const { code, warned } = await coach('--population', 'many')
    expect(code).toBe(1)
    expect(warned.join(' ')).toContain('A whole number is expected')
  })
})
