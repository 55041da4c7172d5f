import { describe, expect, it } from 'vitest'
import type { Answers, Questionnaire } from '@klankbord/model'
import { compile, fillIn, fillInHtml, showList, showValue } from '@klankbord/questionnaire'

const definition = {
  title: 'Hulp',
  pages: [
    {
      name: 'p',
      elements: [
        { type: 'text', name: 'who', title: { nl: 'Wie helpt u?', en: 'Who helps you?' } },
        {
          type: 'radiogroup',
          name: 'kind',
          title: 'Welke hulp?',
          choices: [
            { value: 1, text: { nl: 'Hulp van {who}', en: 'Help from {who}' } },
            { value: 2, text: 'Dagbesteding' },
            { value: -3, text: 'Weet ik niet', missingReason: 'dontKnow' },
          ],
          showOtherItem: true,
        },
        { type: 'checkbox', name: 'days', title: 'Welke dagen?', choices: ['maandag', 'dinsdag', 'woensdag'] },
        { type: 'ranking', name: 'first', title: 'Wat eerst?', choices: ['zorg', 'werk'] },
        { type: 'text', inputType: 'number', name: 'hours', title: 'Hoeveel uur?' },
        { type: 'text', inputType: 'date', name: 'since', title: 'Sinds?' },
        { type: 'text', inputType: 'month', name: 'until', title: 'Tot?' },
        { type: 'boolean', name: 'enough', title: 'Genoeg?' },
        { type: 'comment', name: 'why', title: 'Waarom?', visibleIf: '{enough} = false' },
        {
          type: 'matrix',
          name: 'views',
          title: 'Wat vindt u?',
          columns: [
            { value: 1, text: 'Goed' },
            { value: 2, text: 'Slecht' },
          ],
          rows: [{ value: 'clear', text: 'Duidelijk' }],
        },
        {
          type: 'multipletext',
          name: 'contact',
          title: 'Wie?',
          items: [
            { name: 'name', title: 'Naam' },
            { name: 'age', title: 'Leeftijd', inputType: 'number' },
          ],
        },
        {
          type: 'paneldynamic',
          name: 'helpers',
          title: 'Helpers',
          minPanelCount: 0,
          maxPanelCount: 3,
          templateElements: [
            { type: 'text', name: 'name', title: 'Naam' },
            { type: 'comment', name: 'how', title: 'Hoe helpt {panel.name}, na {who}?' },
          ],
        },
      ],
    },
  ],
  calculatedValues: [
    { name: 'yearly', expression: '{hours} * 52.5' },
    { name: 'much', expression: '{hours} > 10' },
    { name: 'end', expression: "dateAdd({since}, 1, 'months')" },
    { name: 'now', expression: 'today()' },
  ],
}

const { questionnaire, findings } = compile(definition)
const everything = questionnaire as Questionnaire

const nl = (text: string, answers: Answers): string =>
  fillIn(everything, { nl: text }, answers, 'nl', { today: '2026-05-04' })

describe('a text with answers in it', () => {
  it('is of a questionnaire without any finding', () => {
    expect(findings.filter(({ severity }) => severity === 'block')).toEqual([])
  })

  it.each<[string, Answers, string]>([
    ['Hallo {who}!', { who: 'Noor' }, 'Hallo Noor!'],
    ['Hallo { who }, {who}', { who: 'Noor' }, 'Hallo Noor, Noor'],
    ['U koos {kind}', { kind: 2 }, 'U koos Dagbesteding'],
    ['U koos {kind}', { kind: -3 }, 'U koos Weet ik niet'],
    ['U koos {kind}', { kind: 1, who: 'Noor' }, 'U koos Hulp van Noor'],
    ['U koos {kind}', { kind: 1 }, 'U koos Hulp van …'],
    ['U koos {kind}', { kind: 'other', 'kind-Comment': 'de buren' }, 'U koos de buren'],
    ['U koos {kind}', { kind: 'other' }, 'U koos Anders, namelijk'],
    ['Op {days}', { days: ['woensdag', 'maandag'] }, 'Op woensdag en maandag'],
    ['Op {days}', { days: ['maandag', 'dinsdag', 'woensdag'] }, 'Op maandag, dinsdag en woensdag'],
    ['Eerst {first}', { first: ['werk', 'zorg'] }, 'Eerst werk en zorg'],
    ['{hours} uur', { hours: 1234.5 }, '1234,5 uur'],
    ['{yearly} uur', { hours: 1 }, '52,5 uur'],
    ['{much}', { hours: 11 }, 'Ja'],
    ['sinds {since}', { since: '2026-05-31' }, 'sinds 31 mei 2026'],
    ['tot {until}', { until: '2026-05' }, 'tot mei 2026'],
    ['tot {end}, {now}', { since: '2026-05-01' }, 'tot 1 juni 2026, 4 mei 2026'],
    ['{enough}', { enough: false }, 'Nee'],
    ['{views.clear}', { views: { clear: 2 } }, 'Slecht'],
    ['{contact.name} is {contact.age}', { contact: { name: 'Ali', age: 42 } }, 'Ali is 42'],
    ['{contact.name} is {contact.age}', { contact: { age: 42 } }, '… is 42'],
  ])('says %s with %j as: %s', (text, answers, expected) => {
    expect(nl(text, answers)).toBe(expected)
  })

  it('has an ellipsis for what was not answered, or not asked', () => {
    expect(nl('{who} {kind} {days} {hours} {since} {views.clear} {end}', {})).toBe('… … … … … … …')
    expect(nl('{why}', { enough: false, why: 'te kort' })).toBe('te kort')
    expect(nl('{why}', { enough: true, why: 'te kort' })).toBe('…')
  })

  it('has the labels, numbers and dates of its own language', () => {
    const text = { nl: '{kind}, {hours}, {since}', en: '{kind}, {hours}, {since}' }
    const answers = { who: 'Noor', kind: 1, hours: 1.5, since: '2026-05-31' }
    const clock = { today: '2026-05-04' }
    expect(fillIn(everything, text, answers, 'en', clock)).toBe('Help from Noor, 1.5, 31 May 2026')
    expect(fillIn(everything, text, answers, 'tr', clock)).toBe('Hulp van Noor, 1,5, 31 mei 2026')
  })

  it('never looks into what it filled in, nor at names it does not have', () => {
    expect(nl('{who} {nobody}', { who: '{hours} $& $1' })).toBe('{hours} $& $1 {nobody}')
    expect(nl('{constructor} {views.toString}', { views: { clear: 1 } })).toBe('{constructor} …')
  })

  it('is escaped in prose, and only there', () => {
    const html = { nl: '<p>Hallo <strong>{who}</strong></p>' }
    expect(fillInHtml(everything, html, { who: `<b onclick="x('&')">` }, 'nl', { today: '2026-05-04' })).toBe(
      '<p>Hallo <strong>&lt;b onclick=&quot;x(&#39;&amp;&#39;)&quot;&gt;</strong></p>',
    )
    expect(nl('{who}', { who: '<b>' })).toBe('<b>')
  })

  it('can stand in a panel and show what was answered there', () => {
    const question = everything.questions.find(({ name }) => name === 'helpers')
    if (question?.type !== 'paneldynamic') throw new Error('helpers is a paneldynamic')
    const how = question.questions[1]?.title ?? {}
    const inPanel = (answers: Readonly<Record<string, string>>): string =>
      fillIn(everything, how, { who: 'Noor' }, 'nl', { today: '2026-05-04' }, { question, answers })
    expect(inPanel({ name: 'Sam' })).toBe('Hoe helpt Sam, na Noor?')
    expect(inPanel({})).toBe('Hoe helpt …, na Noor?')
  })

  it('stays bounded when labels take labels that take labels', () => {
    const chain = Array.from({ length: 30 }, (_, index) => ({
      type: 'radiogroup',
      name: `q${index}`,
      title: 'x',
      choices: [{ value: 1, text: index === 0 ? 'x' : `{q${index - 1}}`.repeat(20) }],
    }))
    const compiled = compile({ title: 'x', pages: [{ name: 'p', elements: chain }] }).questionnaire as Questionnaire
    const answers = Object.fromEntries(chain.map(({ name }) => [name, 1]))
    const text = fillIn(compiled, { nl: '{q29}' }, answers, 'nl')
    expect(text).toBe('…'.repeat(8000))
  })
})

describe('a value in words', () => {
  it('has the digits 0 to 9 and our calendar in every language', () => {
    expect(showValue(1234.25, 'number', 'ar')).toMatch(/^1234[.,٫]25$/)
    expect(showValue('2026-05-31', 'date', 'fa')).toContain('2026')
    expect(showValue('2026-05', 'month', 'en')).toBe('May 2026')
  })

  it('stands also in a language that no engine knows, and for a date that is none', () => {
    expect(showValue(1.5, 'number', 'nl-12-34-56')).toBe('1.5')
    expect(showList(['a', 'b'], 'xx-1')).toBe('a and b')
    expect(showValue('gisteren', 'date', 'nl')).toBe('gisteren')
    expect(showValue(true, 'boolean', 'nl-be')).toBe('Ja')
    expect(showValue(false, 'boolean', 'tr')).toBe('Hayır')
    expect(showValue(false, 'boolean', 'hu')).toBe('No')
  })
})
