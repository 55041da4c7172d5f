import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { EMPTY_CODES } from '@klankbord/model'
import { check, compileText } from '@klankbord/questionnaire'

const document = readFileSync(new URL('../../docs/answers.md', import.meta.url), 'utf8')
const [definition = '', answers = ''] = [...document.matchAll(/```json\n([^]*?)```/g)].map(([, text]) => text)

describe('the document on answers', () => {
  it('has an answer to one of each element, and all of them are taken', () => {
    const { questionnaire, findings } = compileText(definition)
    if (!questionnaire) throw new Error(findings.map(({ message }) => message).join('\n'))
    expect(findings).toEqual([])
    const given = JSON.parse(answers) as Readonly<Record<string, unknown>>
    expect(check(questionnaire, given)).toMatchObject({ ok: true, checked: { empties: { views__fast: 'skipped' } } })
    expect(questionnaire.questions.map(({ name }) => name).filter((name) => !(name in given))).toEqual([])
  })

  it('has the code of each kind of empty', () => {
    const rows = [...document.matchAll(/^\| `(\w+)` \| (-\d) \|/gm)].map(([, kind, code]) => [kind, Number(code)])
    expect(Object.fromEntries(rows)).toEqual(EMPTY_CODES)
  })
})
