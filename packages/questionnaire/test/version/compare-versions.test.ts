import { describe, expect, it } from 'vitest'
import type { Json, Questionnaire } from '@klankbord/model'
import { compareVersions, compile, type VersionChange } from '@klankbord/questionnaire'
import { everything } from '../definitions/everything.ts'
import { wmo } from '../definitions/wmo.ts'
import { edited, listIn } from './edited.ts'
import { lastYear } from './last-year.ts'

function compiled(definition: unknown): Questionnaire {
  const { questionnaire, findings } = compile(definition)
  if (!questionnaire) throw new Error(findings.map(({ path, message }) => `${path} ${message}`).join('\n'))
  return questionnaire
}

const base: Json = lastYear

/** What changed when this element was changed, each as "kind what part language > broken". */
function changesOf(name: string, change: (element: Record<string, unknown>) => void): string[] {
  const { changes } = compareVersions(compiled(base), compiled(edited(base, name, change)))
  return changes.map(lineOf)
}

const lineOf = ({ kind, name, what, part, language, breaksTrendOf }: VersionChange): string =>
  [kind, name, what, part, language, ...(breaksTrendOf.length > 0 ? ['>', ...breaksTrendOf] : [])]
    .filter((word) => word !== undefined && word !== '')
    .join(' ')

describe('two versions of a questionnaire', () => {
  it.each([wmo, everything])('are the same when they have one hash', (definition) => {
    expect(compareVersions(compiled(definition), compiled(structuredClone(definition)))).toEqual({
      changes: [],
      breaksTrendOf: [],
    })
  })

  it('are the same when an engine with another Unicode reads their patterns', () => {
    const read = compiled(everything)
    const elsewhere = JSON.parse(
      JSON.stringify(read, (key, value: unknown) => (key === 'steps' ? [{ match: true }] : value)),
    ) as Questionnaire
    expect(elsewhere).not.toEqual(read)
    expect(compareVersions(read, elsewhere).changes).toEqual([])
  })

  it('name where something changed, with what it was and is', () => {
    const after = edited(base, 'postcode', (element) => {
      element['title'] = { nl: 'Waar woont u?', en: 'What is your postcode?' }
    })
    expect(compareVersions(compiled(base), compiled(after))).toEqual({
      changes: [
        {
          kind: 'wording',
          path: '/pages/4/elements/0',
          name: 'postcode',
          what: 'title',
          before: 'Wat is uw postcode?',
          after: 'Waar woont u?',
          breaksTrendOf: ['postcode'],
        },
      ],
      breaksTrendOf: ['postcode'],
    })
  })
})

describe('a text that changed', () => {
  it('is a typo when it says the same', () => {
    expect(changesOf('age', (age) => (age['title'] = { nl: 'Hoe oud bent u', en: 'How old are you?' }))).toEqual([
      'typo age title',
    ])
  })

  it('is a translation in another language', () => {
    expect(changesOf('age', (age) => (age['title'] = { nl: 'Hoe oud bent u?', en: 'Your age?' }))).toEqual([
      'translation age title en',
    ])
    expect(changesOf('age', (age) => (age['title'] = 'Hoe oud bent u?'))).toEqual(['translation age title en'])
  })

  it('breaks the trend of each part of its question, and of what is made of it', () => {
    expect(changesOf('contact', (contact) => (contact['title'] = 'Was het contact naar wens?'))[0]).toBe(
      'wording contact title > contact__home contact__phone',
    )
    expect(changesOf('in_time', (question) => (question['title'] = 'Het duurde te lang.'))[0]).toBe(
      'wording in_time title > contact_score difficulty in_time sum_shown',
    )
    expect(changesOf('waited', (question) => (question['title'] = 'Wat was de wachttijd?'))[0]).toBe(
      'wording waited title > waited waiting_days',
    )
  })

  it('of one row breaks the trend of that row only', () => {
    const changes = changesOf('contact', (contact) => {
      const [row] = listIn(contact, 'rows')
      if (row) row['text'] = { nl: 'Via de mail', en: 'On the telephone' }
    })
    expect(changes).toEqual(['wording contact rows phone > contact__phone'])
  })

  it('of prose breaks the trend of the question that it stands with', () => {
    expect(changesOf('welcome', (note) => (note['html'] = '<p>Deze vragen gaan over zorg.</p>'))).toEqual([
      'wording welcome html > consent',
      'translation welcome html en',
    ])
    expect(
      changesOf('thanks', (note) => (note['html'] = { nl: '<p><em>Dank u wel</em></p>', en: '<p>Thank you.</p>' })),
    ).toEqual(['typo thanks html'])
  })

  it('of a heading breaks nothing; what a panel says of itself does', () => {
    expect(changesOf('waiting', (panel) => (panel['title'] = { nl: 'De duur', en: 'Waiting' }))).toEqual([
      'wording waiting title',
    ])
    expect(
      changesOf(
        'waiting',
        (panel) => (panel['description'] = { nl: 'Denk aan dit jaar.', en: 'How long did it take?' }),
      ),
    ).toEqual(['wording waiting description > asked_on waited waited_unit waiting_days'])
  })
})

describe('options that changed', () => {
  it('break the trend when one comes or goes, also where several can be chosen', () => {
    expect(changesOf('kinds', (kinds) => listIn(kinds, 'choices').push({ value: 6, text: 'Zorg' }))).toContain(
      'added kinds options 6 > kinds',
    )
    expect(changesOf('grade', (grade) => (grade['rateMin'] = 2))).toContain('removed grade options 1 > grade')
  })

  it('break it when they stand in another order', () => {
    expect(
      changesOf('listened', (question) => (question['choices'] = listIn(question, 'choices').toReversed())),
    ).toEqual(['order listened options > contact_score difficulty listened sum_shown'])
  })

  it('are breaking when a code means something else', () => {
    const swap = (question: Record<string, unknown>): void => {
      const [first, second] = listIn(question, 'choices')
      if (first && second) [first['text'], second['text']] = [second['text'], first['text']]
    }
    expect(changesOf('waited_unit', swap)).toEqual([
      'breaking waited_unit options day > waited_unit waiting_days',
      'translation waited_unit options day en',
      'breaking waited_unit options week > waited_unit waiting_days',
      'translation waited_unit options week en',
    ])
  })

  it('are wording when a label is said otherwise', () => {
    const changes = changesOf('listened', (question) => {
      const [first] = listIn(question, 'choices')
      if (first) first['text'] = { nl: 'Volledig eens', en: 'Agree completely' }
    })
    expect(changes).toEqual(['wording listened options 1 > contact_score difficulty listened sum_shown'])
  })

  it('are breaking when words get other codes, since their codes are their places', () => {
    const changes = changesOf('living', (question) =>
      listIn(question, 'choices').unshift({ value: 'child', text: 'Kind' }),
    )
    expect(changes).toContain('breaking living options child > living living__other')
    expect(changes).toContain('breaking living code alone > living living__other')
  })
})

describe('routing that changed', () => {
  it('breaks the trend of whom it asks now and did not before', () => {
    expect(changesOf('grade', (grade) => (grade['visibleIf'] = '{age} > 20'))).toEqual([
      'routing grade visibleIf > grade',
    ])
    expect(changesOf('together', (page) => delete page['enableIf'])).toContain('routing postcode enableIf > postcode')
  })

  it('breaks nothing when an answer is asked for once more', () => {
    expect(changesOf('grade', (grade) => (grade['isRequired'] = true))).toEqual(['routing grade required'])
  })

  it('reaches through calculated values', () => {
    const withValue = edited(base, 'grade', (grade) => (grade['visibleIf'] = '{is_adult} = true'))
    const after = edited(withValue, 'is_adult', (value) => (value['expression'] = '{age} >= 21'))
    expect(compareVersions(compiled(withValue), compiled(after)).changes.map(lineOf)).toEqual([
      'routing grade visibleIf > grade',
      'breaking is_adult value',
    ])
  })
})

describe('questions that come, go and move', () => {
  it('are added without breaking anything', () => {
    expect(
      changesOf('together', (page) =>
        listIn(page, 'elements').unshift({ type: 'comment', name: 'more', title: 'Meer?' }),
      ),
    ).toEqual(['added more question'])
  })

  it('are told to be renamed where one says the same under another name', () => {
    const after = edited(base, 'mail', (element) => (element['name'] = 'mail_address'))
    const { changes } = compareVersions(compiled(base), compiled(after))
    expect(changes.map(lineOf)).toEqual(['removed mail question > mail', 'added mail_address question'])
    expect(changes[0]?.renamedTo).toBe('mail_address')
  })

  it('are listed where they stand together otherwise, and not for what came or went beside them', () => {
    expect(changesOf('together', (page) => (page['shortGroup'] = page['shortGroup'] !== true))).toEqual([
      'order screens',
    ])
    expect(changesOf('together', (page) => listIn(page, 'elements').pop())).not.toContain('order screens')
  })

  it('are listed in their other order, which breaks nothing', () => {
    expect(
      changesOf('together', (page) => {
        const elements = listIn(page, 'elements')
        elements.splice(0, 2, ...elements.slice(0, 2).toReversed())
      }),
    ).toEqual(['order questions'])
  })
})

describe('somebody who reads what changed', () => {
  const shownOf = (name: string, change: (element: Record<string, unknown>) => void) =>
    compareVersions(compiled(base), compiled(edited(base, name, change))).changes.map(({ what, before, after }) => [
      what,
      before,
      after,
    ])

  it.each<[string, object, [string, string | undefined, string | undefined]]>([
    ['grade', { visibleIf: '{age} > 20' }, ['visibleIf', undefined, '{age} > 20']],
    ['grade', { isRequired: true }, ['required', 'false', 'true']],
    ['age', { min: 18 }, ['min', '16', '18']],
    ['contact_score', { method: 'sum' }, ['method', 'mean', 'sum']],
    ['contact_score', { reversed: [] }, ['reversed', 'in_time', '']],
    ['postcode', { validators: [] }, ['validators', '^[0-9]{4}$', '']],
    ['age', { validators: [{ type: 'numeric', minValue: 18 }] }, ['validators', '', 'range 18 –']],
    ['waiting_days', { unit: 'week' }, ['unit', '{waited_unit}', 'week']],
    ['waiting_days', { censoredIf: '{age} > 20' }, ['censoredIf', undefined, '{age} > 20']],
    [
      'difficulty',
      { expression: '{listened} - {in_time}' },
      ['value', '{listened} + {in_time}', '{listened} - {in_time}'],
    ],
  ])('reads what it was and is: %s with %j', (name, change, line) => {
    expect(shownOf(name, (element) => Object.assign(element, change))).toEqual([line])
  })

  it('reads which label had which code', () => {
    const changes = shownOf('living', (question) =>
      listIn(question, 'choices').unshift({ value: 'child', text: 'Kind' }),
    )
    expect(changes).toContainEqual(['code', '1 (Alleen)', '2 (Alleen)'])
  })

  it('reads the title of what came and went', () => {
    const changes = shownOf('mail', (element) => (element['name'] = 'mail_address'))
    expect(changes.map(([, before, after]) => before ?? after)).toEqual([changes[0]?.[1], changes[0]?.[1]])
  })
})

describe('limits and types that changed', () => {
  it.each([
    ['age', { min: 18 }, 'breaking age min > age'],
    ['age', { max: 120 }, 'wording age max > age'],
    ['age', { step: 5 }, 'breaking age step > age'],
    ['age', { step: 0.5 }, 'wording age step > age'],
    ['kinds', { maxSelectedChoices: 2 }, 'breaking kinds maxSelected > kinds'],
    ['kinds', { maxSelectedChoices: undefined }, 'wording kinds maxSelected > kinds'],
    ['why_long', { maxLength: 2000 }, 'wording why_long maxLength'],
    ['asked_on', { min: '2016-01-01' }, 'breaking asked_on min > asked_on'],
    ['postcode', { validators: [] }, 'wording postcode validators > postcode'],
    ['waiting_days', { unit: 'week' }, 'breaking waiting_days unit > waiting_days'],
    ['contact_score', { method: 'sum' }, 'breaking contact_score method > contact_score'],
    ['contact_score', { reversed: [] }, 'breaking contact_score reversed > contact_score'],
    ['contact_score', { title: { nl: 'Het contact', en: 'Contact' } }, 'wording contact_score title'],
    ['difficulty', { expression: '{listened} - {in_time}' }, 'breaking difficulty value > difficulty'],
    ['age', { sensitive: true }, 'wording age sensitive'],
    ['mail', { type: 'comment', inputType: undefined }, 'breaking mail type > mail'],
  ])('of %s to %j: %s', (name, change, line) => {
    expect(changesOf(name, (element) => Object.assign(element, change))).toEqual([line])
  })
})
