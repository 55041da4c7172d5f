import type { Questionnaire } from '@klankbord/model'
import {
  compile,
  decompile,
  mayBeQuoted,
  redactedAnswers,
  shownAnswers,
  compareVersions,
} from '@klankbord/questionnaire'
import { describe, expect, it } from 'vitest'

const DEFINITION = {
  title: 'Ervaringen',
  locale: 'nl',
  pages: [
    {
      name: 'p1',
      elements: [
        {
          type: 'radiogroup',
          name: 'how',
          title: 'Hoe ging het?',
          choices: [{ value: 1, text: 'Goed' }],
          showOtherItem: true,
        },
        { type: 'comment', name: 'story', title: 'Wat wilt u vertellen?' },
        {
          type: 'matrix',
          name: 'parts',
          title: 'Hoe vond u',
          rows: [{ value: 'start', text: 'het begin' }],
          columns: [{ value: 1, text: 'fijn' }],
        },
        { type: 'multipletext', name: 'who', title: 'Met wie', items: [{ name: 'first', title: 'eerst' }] },
        { type: 'boolean', name: 'quotable', title: 'Mogen wij uw woorden gebruiken?', quoteConsent: true },
      ],
    },
  ],
}

function compiled(definition: unknown): Questionnaire {
  const { questionnaire, findings } = compile(definition)
  if (questionnaire === null) throw new Error(JSON.stringify(findings))
  return questionnaire
}

const ASKED = compiled(DEFINITION)
const STORY = 'Jan kwam om 9 uur'

describe('words that are made unreadable', () => {
  const redact = (spans: Parameters<typeof redactedAnswers>[3], variable = 'story') =>
    redactedAnswers(
      ASKED,
      { how: 'other', 'how-Comment': 'Het ging', story: STORY, who: { first: 'Jan' } },
      variable,
      spans,
    )

  it('leave a mark, and all else as it was', () => {
    expect(redact([{ start: 0, end: 3 }])).toMatchObject({ story: '[…] kwam om 9 uur', who: { first: 'Jan' } })
    expect(
      redact([
        { start: 0, end: 3 },
        { start: 12, end: STORY.length },
      ]),
    ).toMatchObject({ story: '[…] kwam om […]' })
    expect(redact(null)).toMatchObject({ story: '[…]' })
  })

  it('can stand wherever somebody writes', () => {
    expect(redact(null, 'who__first')).toMatchObject({ who: { first: '[…]' }, story: STORY })
    expect(redact([{ start: 0, end: 3 }], 'how__other')).toMatchObject({ 'how-Comment': '[…] ging' })
  })

  it.each([
    ['is empty', [{ start: 2, end: 2 }]],
    ['goes beyond the text', [{ start: 0, end: STORY.length + 1 }]],
    [
      'overlaps the one before',
      [
        { start: 0, end: 5 },
        { start: 4, end: 6 },
      ],
    ],
  ])('are none where a stretch %s', (_, spans) => {
    expect(redact(spans)).toBeNull()
  })

  it('are none in an answer that is not written, or not there', () => {
    expect(redact(null, 'parts__start')).toBeNull()
    expect(redact(null, 'nowhere')).toBeNull()
    expect(redact([])).toBeNull()
  })
})

describe('consent to be quoted', () => {
  it('is a yes, and nothing else', () => {
    expect([{ quotable: true }, { quotable: false }, {}].map((answers) => mayBeQuoted(ASKED, answers))).toEqual([
      true,
      false,
      false,
    ])
  })

  it('is nobody’s where it was not asked', () => {
    const [page] = DEFINITION.pages
    const elements = page?.elements.filter(({ name }) => name !== 'quotable')
    const without = compiled({ ...DEFINITION, pages: [{ ...page, elements }] })
    expect(mayBeQuoted(without, { story: STORY })).toBe(false)
  })

  it('goes with the definition that is written from a questionnaire, and shows when versions are compared', () => {
    expect(compiled(decompile(ASKED)).hash).toBe(ASKED.hash)
    const other = compiled(
      JSON.parse(JSON.stringify(DEFINITION).replace(',"quoteConsent":true', ',"labelFalse":"Niet gegeven"')),
    )
    expect(compareVersions(ASKED, other).changes).toContainEqual(
      expect.objectContaining({ name: 'quotable', what: 'consent', before: 'quote' }),
    )
  })

  it('is asked by a yes or no, and by nothing else', () => {
    const [page] = DEFINITION.pages
    const elements = [{ type: 'comment', name: 'story', title: 'Wat?', quoteConsent: true }]
    const { questionnaire, findings } = compile({ ...DEFINITION, pages: [{ ...page, elements }] })
    expect([questionnaire, findings.some(({ severity }) => severity === 'block')]).toEqual([null, true])
  })
})

it('shows the answers of one person in words, in the order of the questions', () => {
  const answers = {
    who: { first: 'Jan' },
    parts: { start: 1 },
    story: STORY,
    how: 'other',
    'how-Comment': 'Zo zo',
    quotable: true,
  }
  expect(shownAnswers(ASKED, answers, 'nl').map(({ title, shown }) => `${title}: ${shown}`)).toEqual([
    'Mogen wij uw woorden gebruiken?: Ja',
    'Hoe ging het?: Zo zo',
    `Wat wilt u vertellen?: ${STORY}`,
    'Hoe vond u – het begin: fijn',
    'Met wie – eerst: Jan',
  ])
})
