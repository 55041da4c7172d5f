import { Model } from 'survey-core'
import { describe, expect, it } from 'vitest'
import { compile } from '@klankbord/questionnaire'
import { asking, question } from '../definitions/asking.ts'

/** Questions that are asked, and an option that is offered, when the answer to another one is 7. */
const depending = (condition: string): readonly object[] => [
  question('radiogroup', 'q', { visibleIf: condition, choices: [{ value: 1, visibleIf: condition }, 2] }),
  {
    type: 'panel',
    name: 'pnl',
    elements: [question('comment', 'a'), question('comment', 'inside', { visibleIf: condition })],
  },
  question('paneldynamic', 'several', {
    minPanelCount: 1,
    maxPanelCount: 2,
    templateElements: [question('comment', 'each', { visibleIf: condition })],
  }),
]

interface Shown {
  readonly questions: readonly { readonly isVisible: boolean }[]
}

/** Whether survey-core takes the name for that of the question, wherever a condition stands. */
function readsAnswer(name: string): boolean {
  const asNumber = [question('text', name, { inputType: 'number' }), ...depending(`{${name}} = 7`)]
  const asMatrix = [question('matrix', name, { rows: ['a'], columns: [7] }), ...depending(`{${name}.a} = 7`)]
  return [asNumber, asMatrix].every((elements, index) => {
    const model = new Model(asking(...elements))
    model.data = { [name]: index === 0 ? 7 : { a: 7 } }
    const offered = model.getQuestionByName('q') as unknown as { readonly visibleChoices: readonly unknown[] }
    const areVisible = ({ questions }: Shown): boolean => questions.every(({ isVisible }) => isVisible)
    const several = model.getQuestionByName('several') as unknown as {
      readonly panels: readonly Shown[]
    }
    const shown = ['q', 'inside'].every((each) => model.getQuestionByName(each).isVisible)
    return shown && offered.visibleChoices.length === 2 && several.panels.length > 0 && several.panels.every(areVisible)
  })
}

const RESERVED =
  'locale pageno pagecount questioncount correctanswers correctedanswers correctedanswercount incorrectanswers ' +
  'incorrectedanswers incorrectedanswercount self item choice panel prevpanel nextpanel panelindex ' +
  'visiblepanelindex'

const FREE =
  'age row column rowindex rowvalue rowname rowtitle prevrow nextrow totalrow visiblerowindex matrix composite ' +
  'survey parent parentpanel question value title name today year index length true null empty item_1'

describe('a name that survey-core reads as something of its own', () => {
  it.each(RESERVED.split(' '))('is refused: %s', (name) => {
    expect(readsAnswer(name)).toBe(false)
    const { questionnaire, findings } = compile(asking(question('comment', name)))
    expect(questionnaire).toBeNull()
    expect(findings.map(({ code, path, suggestion }) => [code, path, suggestion])).toEqual([
      ['reservedName', '/pages/0/elements/0/name', `${name}_1`],
    ])
  })

  it.each(FREE.split(' '))('is taken when survey-core has none of it: %s', (name) => {
    expect(readsAnswer(name)).toBe(true)
    expect(compile(asking(question('comment', name))).findings).toEqual([])
  })

  it('is refused for a calculated value too, and taken for a page and inside a question', () => {
    const inside = question('paneldynamic', 'q', {
      maxPanelCount: 2,
      templateElements: [question('comment', 'choice')],
    })
    const definition = {
      title: 'x',
      calculatedValues: [{ name: 'item', expression: '1 + 1' }],
      pages: [
        { name: 'panel', elements: [inside, question('multipletext', 'm', { items: [{ name: 'item', title: 'x' }] })] },
      ],
    }
    expect(compile(definition).findings.map(({ code, path }) => [code, path])).toEqual([
      ['reservedName', '/calculatedValues/0/name'],
    ])
  })
})
