import { canonicalJson, textHash, translator } from '@klankbord/model'
import { PAGE_LANGUAGES, pageTexts } from '@klankbord/pages'
import { describe, expect, it } from 'vitest'
import * as json from '../../src/lean/json.ts'
import * as message from '../../src/lean/message.ts'

/** Values for every name that a text may hold; numbers in every form of every language. */
const NUMBERS = [0, 1, 2, 3, 5, 11, 21, 22, 100]

describe('what stands in the browser for what a server has', () => {
  it.each(PAGE_LANGUAGES)('says every text as the server says it: %s', (language) => {
    for (const { key, text } of pageTexts(language)) {
      const catalogues = { [language]: { [key]: text } }
      const names = [...text.matchAll(/\{\s*(\w+)\s*[,}]/g)].map(([, name = '']) => name)
      const isNumber = new Set([...text.matchAll(/\{\s*(\w+)\s*,/g)].map(([, name = '']) => name))
      for (const number of NUMBERS) {
        const values = Object.fromEntries(names.map((name) => [name, isNumber.has(name) ? number : `[${name}]`]))
        const told = translator(catalogues, language)(key, values)
        expect([key, message.translator(catalogues, language)(key, values)]).toEqual([key, told])
      }
    }
  })

  it('hashes a text as the server hashes it, however long', () => {
    const texts = [
      '',
      'K7MD-29XW-PQ4A',
      'é€😀',
      ...[55, 56, 63, 64, 65, 119, 120, 1000].map((length) => 'a'.repeat(length)),
    ]
    for (const text of texts) expect(json.textHash(text)).toBe(textHash(text))
  })

  it('writes a value in one way, in whatever order its keys came', () => {
    for (const value of [null, 1, 'a', [2, { b: 1, a: { d: 1, c: undefined } }], { b: [], a: null }])
      expect(json.canonicalJson(value)).toBe(canonicalJson(value))
  })
})
