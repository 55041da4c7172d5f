import type { Json } from '@klankbord/model'
import { compareVersions, compile, decompile } from '@klankbord/questionnaire'
import { describe, expect, it } from 'vitest'

const LINE = {
  name: 'supporter',
  title: 'Een cliëntondersteuner',
  phone: '0800 – 000 11 11',
  hours: 'Elke werkdag van 9 tot 17 uur',
  text: 'Dat is gratis. Die werkt niet voor de gemeente.',
}

/** A questionnaire with these help lines, and one question that names some of them. */
const study = (helpLines: readonly Json[], helpLine?: Json): { readonly [key: string]: Json } => ({
  locale: 'nl',
  title: 'Opvang',
  helpLines: [...helpLines],
  pages: [
    {
      name: 'p1',
      elements: [
        {
          type: 'radiogroup',
          name: 'safe',
          title: 'Voelt u zich veilig?',
          choices: ['ja', 'nee'],
          ...(helpLine !== undefined && { helpLine }),
        },
      ],
    },
  ],
})
const compiled = (definition: object) => {
  const { questionnaire, findings } = compile(definition)
  if (questionnaire === null) throw new Error(JSON.stringify(findings))
  return questionnaire
}
const found = (definition: object): readonly string[] =>
  compile(definition).findings.map(({ code, path, suggestion }) => [code, path, suggestion].filter(Boolean).join(' '))

describe('a study that says whom people can talk to', () => {
  it('keeps each help line, and which question touches what can be hard', () => {
    const questionnaire = compiled(study([LINE], 'supporter'))
    expect(questionnaire.helpLines).toEqual([
      {
        ...LINE,
        path: '/helpLines/0',
        title: { nl: LINE.title },
        hours: { nl: LINE.hours },
        text: { nl: LINE.text },
      },
    ])
    expect(questionnaire.questions[0]?.helpLine).toEqual(['supporter'])
    expect(compile(decompile(questionnaire)).questionnaire).toEqual(questionnaire)
  })

  it('may name several at one question, and one that has no number', () => {
    const questionnaire = compiled(study([LINE, { name: 'gp', title: 'Uw huisarts' }], ['gp', 'supporter', 'gp']))
    expect(questionnaire.questions[0]?.helpLine).toEqual(['gp', 'supporter'])
    expect(questionnaire.helpLines?.[1]).toEqual({ name: 'gp', path: '/helpLines/1', title: { nl: 'Uw huisarts' } })
  })

  it.each<[readonly Json[], Json | undefined, readonly string[]]>([
    [[LINE], 'suporter', ['unknownHelpLine /pages/0/elements/0/helpLine supporter']],
    [[], 'supporter', ['unknownHelpLine /pages/0/elements/0/helpLine']],
    [[LINE], [3], ['wrongPropertyType /pages/0/elements/0/helpLine']],
    [[LINE], true, ['wrongPropertyType /pages/0/elements/0/helpLine']],
    [[{ ...LINE, phone: 'bel ons' }], undefined, ['malformedPhone /helpLines/0/phone']],
    [[{ ...LINE, phone: '12' }], undefined, ['malformedPhone /helpLines/0/phone']],
    [[{ ...LINE, name: 'Hulp lijn' }], undefined, ['malformedName /helpLines/0/name hulp_lijn']],
    [[LINE, LINE], undefined, ['duplicateName /helpLines/1/name']],
    [[{ name: 'gp' }], undefined, ['missingText /helpLines/0']],
    [[{ ...LINE, phones: '112' }], undefined, ['unknownProperty /helpLines/0/phones phone']],
    [['112'], undefined, ['wrongPropertyType /helpLines/0']],
  ])('hears what is wrong with %j and %j', (lines, named, expected) => {
    expect(found(study(lines, named))).toEqual(expected)
  })

  it('is told which language misses a text', () => {
    const definition = study([{ ...LINE, title: { nl: 'Een luisterend oor', en: 'Somebody who listens' } }])
    expect(found(definition)).toContain('missingTranslation /helpLines/0/text')
  })
})

describe('another number in the next version', () => {
  const before = compiled(study([LINE], 'supporter'))

  it('is named, and breaks no trend', () => {
    const after = compiled(study([{ ...LINE, phone: '0800 – 000 22 22', text: 'Dat kost niets.' }], 'supporter'))
    const { changes, breaksTrendOf } = compareVersions(before, after)
    expect(changes).toMatchObject([
      { kind: 'wording', what: 'phone', name: 'supporter', before: '0800 – 000 11 11', after: '0800 – 000 22 22' },
      { kind: 'wording', what: 'text', path: '/helpLines/0' },
    ])
    expect(breaksTrendOf).toEqual([])
  })

  it('is told apart from a line that came or went, and from a question that names it no more', () => {
    const { changes } = compareVersions(before, compiled(study([{ ...LINE, name: 'other' }])))
    expect(changes.map(({ kind, what, name }) => [kind, what, name].join(' ')).toSorted()).toEqual([
      'added helpLines other',
      'removed helpLines supporter',
      'wording helpLine safe',
    ])
  })
})
