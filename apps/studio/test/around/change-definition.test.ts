import { describe, expect, it } from 'vitest'
import {
  withConsent,
  withHelpLine,
  withHelpLineAt,
  withOffer,
  withoutConsent,
  withoutHelpLine,
  withPhone,
  withWords,
} from '../../src/around/change-definition.ts'
import { definitionParts } from '../../src/around/definition-parts.ts'

const STUDY = {
  title: { nl: 'Zorg', en: 'Care' },
  locale: 'nl',
  pages: [
    {
      name: 'one',
      elements: [
        { type: 'radiogroup', name: 'safe', title: 'Voelt u zich veilig?', sensitive: true, choices: ['ja', 'nee'] },
        { type: 'panel', name: 'more', elements: [{ type: 'comment', name: 'story', title: 'Wat wilt u vertellen?' }] },
      ],
    },
  ],
}
const TEXT = `${JSON.stringify(STUDY, null, 2)}\n`
const READY = {
  title: { nl: 'Ja, ik doe mee.', en: 'Yes, I will.', ar: 'نعم' },
  description: { nl: 'Dit hoeft niet.', en: 'You need not.' },
}

const read = (text: string): typeof STUDY & Readonly<Record<string, unknown>> => JSON.parse(text) as typeof STUDY & {}
const parts = (text: string): NonNullable<ReturnType<typeof definitionParts>> => {
  const found = definitionParts(text)
  if (found === null) throw new Error('no JSON')
  return found
}

describe('a researcher who asks for consent', () => {
  it('gets a page before all others, with the words in the languages of the study alone', () => {
    const asked = withConsent(TEXT, 'participation', READY, ['nl', 'en'])
    expect(read(asked).pages[0]).toEqual({
      name: 'consents',
      elements: [
        {
          type: 'boolean',
          name: 'takes_part',
          consent: 'participation',
          title: { nl: 'Ja, ik doe mee.', en: 'Yes, I will.' },
          description: { nl: 'Dit hoeft niet.', en: 'You need not.' },
        },
      ],
    })
    expect(read(asked).pages[1]).toEqual(STUDY.pages[0])
  })

  it('gets the next one behind it, whatever its name, and none twice', () => {
    const first = withConsent(TEXT.replace('"story"', '"quotable"'), 'participation', READY, ['nl'])
    const second = withConsent(first, 'quote', READY, ['nl'])
    const elements = read(second).pages[0]?.elements.map(({ name }) => name)
    expect(elements).toEqual(['takes_part', 'quotable_2'])
    expect(withConsent(second, 'quote', READY, ['nl'])).toBe(second)
  })

  it('takes it back with the page that was there for it, and only that', () => {
    const one = withConsent(TEXT, 'participation', READY, ['nl'])
    const two = withConsent(one, 'recording', READY, ['nl'])
    expect(read(withoutConsent(two, 'participation')).pages[0]?.elements.map(({ name }) => name)).toEqual(['recorded'])
    expect(withoutConsent(withoutConsent(two, 'recording'), 'participation')).toBe(TEXT)
    expect(withoutConsent(TEXT, 'quote')).toBe(TEXT)
  })

  it('finds one that was written as it was before there were others', () => {
    const old = TEXT.replace('"type": "comment"', '"type": "boolean", "quoteConsent": true')
    expect(parts(old).consents.quote?.title).toEqual({ nl: 'Wat wilt u vertellen?' })
    expect(parts(old).questions.map(({ name }) => name)).toEqual(['safe'])
  })
})

describe('a researcher who puts it in other words', () => {
  const pointer = '/pages/0/elements/0/title'
  const now = { nl: 'Voelt u zich veilig?' }
  const inWords = (text: string, words: string, language: string): unknown =>
    read(withWords(text, pointer, now, words, { language, own: 'nl' })).pages[0]?.elements[0]?.title

  it('changes one language and leaves the others', () => {
    expect(inWords(TEXT, 'Bent u veilig?', 'nl')).toBe('Bent u veilig?')
    expect(inWords(TEXT, 'Are you safe?', 'en')).toEqual({ nl: 'Voelt u zich veilig?', en: 'Are you safe?' })
  })

  it('takes a translation out that was emptied, and leaves the own language to be pointed at', () => {
    expect(inWords(TEXT, '', 'en')).toBe('Voelt u zich veilig?')
    expect(inWords(TEXT, '', 'nl')).toBe('')
    expect(withWords(TEXT, '/pages/0/elements/0/description', {}, '', { language: 'nl', own: 'nl' })).toBe(TEXT)
  })
})

describe('a researcher who gives a number to call', () => {
  const line = { nl: 'Praatlijn' }
  const [safe] = parts(TEXT).questions

  it('finds it at the questions that are marked, and nowhere after it went', () => {
    const made = withHelpLine(withHelpLine(TEXT, line), line)
    expect(parts(made).helpLines.map(({ name }) => name)).toEqual(['help_1', 'help_2'])
    const called = withPhone(made, { path: '/helpLines/0' }, '0800 1234')
    if (safe === undefined) throw new Error('no question')
    const marked = withHelpLineAt(called, safe, 'help_1', true)
    expect(parts(marked).questions[0]?.helpLines).toEqual(['help_1'])
    const both = withHelpLineAt(marked, { path: safe.path, helpLines: ['help_1'] }, 'help_2', true)
    expect(read(both).pages[0]?.elements[0]).toMatchObject({ helpLine: ['help_1', 'help_2'] })
    const fewer = withoutHelpLine(both, { name: 'help_1', path: '/helpLines/0' })
    expect(parts(fewer).questions[0]?.helpLines).toEqual(['help_2'])
    expect(withoutHelpLine(fewer, { name: 'help_2', path: '/helpLines/0' })).toBe(TEXT)
  })

  it('takes the number away when the field is empty', () => {
    const made = withHelpLine(TEXT, line)
    expect(withPhone(withPhone(made, { path: '/helpLines/0' }, '113'), { path: '/helpLines/0' }, '')).toBe(made)
  })
})

describe('a researcher who offers a practice question, or to be contacted again', () => {
  it('finds it in the definition, and no trace of it after taking it back', () => {
    const both = withOffer(withOffer(TEXT, 'practiceQuestion', true), 'contactAgain', true)
    expect(parts(both)).toMatchObject({ practiceQuestion: true, contactAgain: true })
    expect(withOffer(withOffer(both, 'contactAgain', false), 'practiceQuestion', false)).toBe(TEXT)
  })

  it('is told nothing of a text that is no JSON', () => {
    expect(definitionParts('{ "title": ')).toBeNull()
    expect(withConsent('{ "title": ', 'quote', READY, ['nl'])).toBe('{ "title": ')
    expect(withHelpLine('[]', { nl: 'x' })).toBe('[]')
  })
})
