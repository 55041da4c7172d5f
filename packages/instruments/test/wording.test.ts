import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { INSTRUMENTS, youthAndParentsFor } from '../src/index.ts'

/** An instrument as somebody can have it: the ways of filling it in count too. */
const ALL = [...INSTRUMENTS, youthAndParentsFor('onPaperOrInPerson')]

const SOURCES = new URL('../src/', import.meta.url)

function texts(folder: string, language: string): Readonly<Record<string, string>> {
  return JSON.parse(readFileSync(new URL(`${folder}/wording/${language}.json`, SOURCES), 'utf8')) as Record<
    string,
    string
  >
}

const folders = readdirSync(SOURCES).filter((folder) => existsSync(new URL(`${folder}/wording/nl.json`, SOURCES)))
const ids = new Set(INSTRUMENTS.map(({ id }) => id))

describe.each(folders)('the wording in %s', (folder) => {
  it('has every text in Dutch and in English, and none twice', () => {
    expect(Object.keys(texts(folder, 'en')).toSorted()).toEqual(Object.keys(texts(folder, 'nl')).toSorted())
  })

  it('leaves no line between sentences and no space at an end', () => {
    const lines = [...Object.values(texts(folder, 'nl')), ...Object.values(texts(folder, 'en'))]
    expect(lines.filter((line) => line !== line.trim() || /\s{2}|\n/.test(line))).toEqual([])
  })
})

describe.each(folders.filter((folder) => ids.has(folder)))('the instrument %s', (folder) => {
  it('uses every text of its wording', () => {
    const used = JSON.stringify(ALL.filter(({ id }) => id === folder))
    const unused = Object.entries(texts(folder, 'nl')).filter(([, text]) => !used.includes(JSON.stringify(text)))
    expect(unused.map(([key]) => key)).toEqual([])
  })

  it('speaks to people as one does: "u", and "je" to the young only', () => {
    const informal = Object.entries(texts(folder, 'nl')).filter(([, text]) => /\b(je|jij|jou|jouw)\b/i.test(text))
    const young = /^(y_|page\.y_|page\.stop|note\.(stop|y_)|version|age_band|secondary_school|parent_agrees)/
    expect(informal.filter(([key]) => folder !== 'youth-and-parents' || !young.test(key))).toEqual([])
  })
})
