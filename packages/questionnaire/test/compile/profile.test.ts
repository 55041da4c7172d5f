import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { compile } from '@klankbord/questionnaire'
import { LEFT_OUT } from '../../src/compile/outside-profile.ts'
import {
  ELEMENT_PROPERTIES,
  ITEM_PROPERTIES,
  OPTION_PROPERTIES,
  PAGE_PROPERTIES,
  QUESTIONNAIRE_PROPERTIES,
} from '../../src/compile/profile.ts'

const document = readFileSync(new URL('../../docs/profile.md', import.meta.url), 'utf8')
const named = new Set([...document.matchAll(/`([^`\s]+)`/g)].map(([, name]) => name))

describe('the document of the profile', () => {
  it('names every type and every property', () => {
    const tables = [
      QUESTIONNAIRE_PROPERTIES,
      PAGE_PROPERTIES,
      ELEMENT_PROPERTIES,
      ITEM_PROPERTIES,
      ...Object.values(ELEMENT_PROPERTIES),
      ...Object.values(OPTION_PROPERTIES),
    ]
    expect(tables.flatMap((table) => Object.keys(table)).filter((name) => !named.has(name))).toEqual([])
  })

  it('shows a questionnaire with answers that are not stored that compiles without a word', () => {
    const [, example = ''] = /```json\n([^]*?)```/.exec(document) ?? []
    const { questionnaire, findings } = compile({ ...(JSON.parse(example) as object), title: 'Jeugdhulp' })
    expect(findings).toEqual([])
    expect(questionnaire?.calculatedValues?.[0]?.outcome).toBe(true)
  })

  it('names every property that is left out with advice, and none of the profile among them', () => {
    const leftOut = Object.keys(LEFT_OUT)
    expect(leftOut.filter((name) => !named.has(name))).toEqual([])
    const taken = Object.values(ELEMENT_PROPERTIES).flatMap((table) => Object.keys(table))
    expect(leftOut.filter((name) => taken.includes(name))).toEqual([])
  })
})
