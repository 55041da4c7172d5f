import type { Filling } from './visitor.ts'
import { begin, CONSENTS, LIVING, type Walk } from './walk.ts'

/** How a question is filled in, and what cannot be right in it, by the name of its screen. */
const QUESTIONS: readonly {
  readonly screen: string
  readonly filling: Filling
  readonly mistake?: Filling
}[] = [
  { screen: 'living', filling: LIVING, mistake: {} },
  { screen: 'town', filling: { town: '2' } },
  { screen: 'matters', filling: { matters: '2' } },
  { screen: 'days', filling: { days: '2' } },
  { screen: 'listened', filling: { listened: '2' } },
  { screen: 'feeling', filling: { feeling: '4' } },
  { screen: 'grade', filling: { grade: '8' } },
  { screen: 'helpers', filling: { helpers: '1' }, mistake: { helpers: '3' } },
  {
    screen: 'wishes',
    filling: { 'wishes:1': '2', 'wishes:2': '1', 'wishes:3': '3' },
    mistake: { 'wishes:2': '2' },
  },
  { screen: 'trust', filling: { 'trust:time': '1', 'trust:answer': '2' }, mistake: {} },
  { screen: 'weeks', filling: { weeks: '12' }, mistake: { weeks: 'veel' } },
  { screen: 'mail', filling: { mail: 'naam@voorbeeld.example' }, mistake: { mail: 'naam' } },
  {
    screen: 'contact',
    filling: { 'contact:role': 'thuiszorg', 'contact:times': '3', 'contact:last:day': '' },
    mistake: { 'contact:times': '100', 'contact:last:day': '31' },
  },
  { screen: 'story', filling: { story: 'Meer tijd.\nEn rust.' }, mistake: { story: 'a'.repeat(201) } },
  {
    screen: 'since',
    filling: { 'since:day': '9', 'since:month': '4', 'since:year': '2020', 'moved:month': '11', 'moved:year': '2019' },
    mistake: { 'since:day': '30', 'since:month': '2' },
  },
]

const introduction: Walk = async (visitor, { open }, at) => {
  await visitor.open(`/v/${open}`)
  await at('introduction', 'closed layers')
  await visitor.unfold()
  await at('introduction', 'open layers')
  await visitor.go('start')
  await at('introduction', 'no consent given')
  await visitor.fillIn(CONSENTS)
  await visitor.go('start')
  await at('practice', 'empty')
  await visitor.page.locator('[name="practice.answer"]').first().check()
  await at('practice', 'filled')
  await visitor.go('next')
  await visitor.go('back')
  await at('practice', 'gone back to')
}

const questions: Walk = async (visitor, { open }, at) => {
  await begin(visitor, open)
  for (const { screen, filling, mistake } of QUESTIONS) {
    await at(screen, 'empty')
    if (mistake !== undefined) {
      await visitor.fillIn(mistake)
      // Two answers that cannot go together.
      if (screen === 'helpers') await visitor.fillIn(filling)
      await visitor.go('next')
      await at(screen, 'errors')
      if (screen === 'helpers') await visitor.page.locator('input[name=helpers][value="3"]').uncheck()
    }
    await visitor.fillIn(filling)
    await at(screen, 'filled')
    await visitor.go('next')
    if (screen === 'days') {
      await visitor.unfold()
      await at('listened', 'open layers')
    }
  }
  await at('last words', 'saved')
  await visitor.go('next')
  await at('ready', 'answers folded')
  await visitor.unfold()
  await at('ready', 'answers open')
  await visitor.go('resume:living')
  await at('living', 'opened from ready')
  await visitor.go('next')
  await visitor.go('submit')
  await at('done', 'saved')
}

/** Switches are pressed on the way; how the looks look is measured on every screen. */
const looks: Walk = async (visitor, { open }, at) => {
  await begin(visitor, open)
  await visitor.fillIn(LIVING)
  await visitor.unfold()
  for (const look of ['large', 'contrast', 'calm']) {
    await visitor.go(`look:${look}`)
    await at('living', `${look} switched on`)
  }
  await visitor.go('next')
  await at('town', 'in the look of the page before')
}

/** From the introduction to the end. */
export const FILLING_IN: Readonly<Record<string, Walk>> = { introduction, questions, looks }
