import type { MeasuredWaves } from './measured-waves.ts'
import type { Filling, Visitor } from './visitor.ts'

/** Called where somebody stands still: the screen, and the state that it is in. */
export type At = (screen: string, state: string) => Promise<void>

/** A way that somebody goes past screens. New screens are joined by a line in `WALKS`. */
export type Walk = (visitor: Visitor, waves: MeasuredWaves, at: At) => Promise<void>

/** An answer to the first question. */
export const LIVING: Filling = { living: 'other', 'living-Comment': 'Bij mijn zus' }

/** The id that a page carries. */
const DRAFT = /(name="draft"\s+value=)"[^"]*"/

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

const CONSENTS: Filling = { take_part: 'true', quote_me: 'true' }

/** From the introduction to the first question. */
export async function begin(visitor: Visitor, wave: string, more: Filling = {}): Promise<void> {
  await visitor.open(`/v/${wave}`)
  await visitor.fillThose({ ...CONSENTS, ...more })
  await visitor.go('start')
  // Past the practice question.
  if ((await visitor.page.locator('[name="practice.answer"]').count()) > 0) await visitor.go('skip')
}

/** Past every question without answering, to the page before sending. */
export async function skipAll({ page, go }: Visitor): Promise<void> {
  while ((await page.locator('button[value=submit]:not(.enter)').count()) === 0) {
    const skip = (await page.locator('button[value=skip]').count()) > 0
    await go(skip ? 'skip' : 'next')
  }
}

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

const stopping: Walk = async (visitor, { open }, at) => {
  await begin(visitor, open)
  await visitor.fillIn({ living: '1' })
  await visitor.go('next')
  await visitor.go('stop')
  await at('stop', 'asked')
  await visitor.go('resume')
  await at('town', 'resumed')
  await visitor.go('stop')
  await at('stop', 'words to come back with')
  await visitor.go('erase')
  await at('erase', 'asked')
  await visitor.go('erase')
  await at('stopped', 'erased')
}

/** The page with the words, and where they lead. */
const goingOn: Walk = async (visitor, { open }, at) => {
  await visitor.open(`/v/${open}/resume`)
  await at('going on', 'empty')
  await visitor.unfold()
  await at('going on', 'every theme open')
  await visitor.go('pick:cat')
  await at('going on', 'a picture chosen')
  await visitor.fillIn({ word2: 'paraplutje', word3: 'qqqqq' })
  await visitor.go('submit')
  await at('going on', 'unknown words')
  await visitor.fillIn({ word1: 'cat', word2: 'bread', word3: 'umbrella' })
  await visitor.go('submit')
  await at('going on', 'wrong words')
  await begin(visitor, open)
  await visitor.fillIn({ living: '1' })
  await visitor.go('next')
  await visitor.go('stop')
  await visitor.go('leave')
  await at('left', 'with words')
}

/** Comes back with the same words twice, and fills in both pages. */
const twoDevices: Walk = async (visitor, { open }, at) => {
  const { page } = visitor
  await begin(visitor, open)
  await visitor.fillIn(LIVING)
  await visitor.go('stop')
  const [word1 = '', word2 = '', word3 = ''] = await page.locator('main .words b').allInnerTexts()
  const comeBack = async (): Promise<string> => {
    await visitor.open(`/v/${open}/resume`)
    await visitor.fillIn({ word1, word2, word3 })
    await visitor.go('submit')
    return page.content()
  }
  const home = await comeBack()
  await at('living', 'gone on with on another device')
  await comeBack()
  await visitor.fillIn({ 'living-Comment': 'In de bibliotheek' })
  await visitor.go('next')
  await page.setContent(home)
  await visitor.fillIn({ 'living-Comment': 'Thuis' })
  await visitor.go('next')
  await at('filled in on two devices', 'asked which to go on with')
}

const again: Walk = async (visitor, { open }, at) => {
  await visitor.open(`/v/${open}/again`)
  await at('contact again', 'empty')
  await visitor.go('submit')
  await at('contact again', 'errors')
  await visitor.fillIn({ name: 'Bo', reach: 'bo@voorbeeld.example', agreed: 'yes' })
  await visitor.go('submit')
  await at('contact again', 'kept')
}

const comingBack: Walk = async (visitor, { open }, at) => {
  await begin(visitor, open)
  await visitor.fillIn(LIVING)
  const first = await visitor.page.content()
  await visitor.go('next')
  const town = await visitor.page.content()
  await skipAll(visitor)
  const ready = await visitor.page.content()
  await visitor.go('submit')
  const back = async (html: string, filling: Filling, value: string): Promise<void> => {
    await visitor.open(`/v/${open}`)
    await visitor.page.setContent(html)
    await visitor.fillIn(filling)
    await visitor.go(value)
  }
  await back(town, { town: '2' }, 'next')
  await at('already sent', 'with what was filled in')
  await back(ready, {}, 'submit')
  await at('done', 'sent twice')
  await back(first.replace(DRAFT, `$1"00000000-0000-4000-8000-000000000000"`), LIVING, 'next')
  await at('too old', 'with what was filled in')
  await back(first.replace(DRAFT, '$1"a draft"'), LIVING, 'next')
  await at('failed', 'with what was filled in')
}

const withdrawing: Walk = async (visitor, { open }, at) => {
  await visitor.open(`/v/${open}/withdraw`)
  await at('withdraw', 'empty')
  await visitor.go('erase')
  await at('withdraw', 'nothing typed')
  await visitor.fillIn({ code: 'ABCD EFGH JKMN' })
  await visitor.go('erase')
  await at('withdraw', 'unknown code')
  await begin(visitor, open)
  await skipAll(visitor)
  const code = await visitor.page.locator('input[name=code]').getAttribute('value')
  await visitor.go('submit')
  await visitor.open(`/v/${open}/withdraw`)
  await visitor.fillIn({ code: code ?? '' })
  await visitor.go('erase')
  await at('withdrawn', 'erased')
}

/** Too many try one thing from one address, as in a crowd; nobody else shares the address. */
const tooMany: Walk = async (visitor, { open }, at) => {
  const { page } = visitor
  const here = { 'X-Forwarded-For': `${visitor.language}.example` }
  await page.setExtraHTTPHeaders(here)
  await visitor.open(`/v/${open}/withdraw`)
  await visitor.fillIn({ code: 'ABCD EFGH JKMN' })
  const answers: number[] = []
  while (!answers.includes(429)) {
    const form = { go: 'erase', code: 'ABCD EFGH JKMN' }
    const all = await Promise.all(
      Array.from({ length: 25 }, () => page.request.post(page.url(), { form, headers: here })),
    )
    answers.push(...all.map((answer) => answer.status()))
  }
  await visitor.go('erase')
  await at('withdraw', 'too many tries in a crowd')
}

const codes: Walk = async (visitor, waves, at) => {
  const coded = await waves.round('coded')
  const code = await waves.code()
  const begins = (access: string): Promise<void> => begin(visitor, coded, { access })
  await visitor.open(`/v/${coded}`)
  await at('introduction with a code', 'empty')
  for (const [state, typed] of [
    ['nothing typed', ''],
    ['strange signs', '0OI-ABC-DEFG'],
    ['too short', code.slice(0, 5)],
    ['a slip', `${code.slice(0, -1)}${code.endsWith('A') ? 'C' : 'A'}`],
  ] as const) {
    await begins(typed)
    await at('introduction with a code', state)
  }
  await begins(code)
  await visitor.fillIn({ living: '1' })
  const other = await visitor.page.content()
  await skipAll(visitor)
  await visitor.go('submit')
  await at('done', 'with a code')
  await visitor.page.setContent(other.replace(DRAFT, '$1"new-00000000-0000-4000-8000-000000000000"'))
  await visitor.fillIn({ living: '2' })
  await visitor.go('next')
  await at('code refused', 'with what was filled in')
  await begins(code)
  await at('code refused', 'before beginning')
}

const notices: Walk = async (visitor, waves, at) => {
  for (const [screen, path] of [
    ['not yet open', `/v/${await waves.round('later')}`],
    ['closed', `/v/${await waves.round('closed')}`],
    ['unknown questionnaire', '/v/bestaat-niet'],
    ['unknown page', '/bestaat-niet'],
    ['not in this way', `/v/${waves.open}/kiosk`],
    ['introduction on a kiosk', `/v/${await waves.round('kiosk')}/kiosk`],
  ] as const) {
    await visitor.open(path)
    await at(screen, 'as it opens')
  }
  const full = await waves.round('full')
  await visitor.open(`/v/${full}`)
  if ((await visitor.page.locator('button[value=start]').count()) > 0) {
    await begin(visitor, full)
    await skipAll(visitor)
    await visitor.go('submit')
    await visitor.open(`/v/${full}`)
  }
  await at('full', 'as it opens')
}

/** The page that is typed from a letter or said over the telephone. */
const shortAddress: Walk = async (visitor, waves, at) => {
  for (const [state, address] of [
    ['open', waves.open],
    ['not yet open', await waves.round('later')],
    ['closed', await waves.round('closed')],
  ] as const) {
    await visitor.open(`/${address}`)
    await at('short address', state)
  }
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

const otherWays: Walk = async (visitor, waves, at) => {
  await visitor.open(`/v/${await waves.round('kiosk')}/other`)
  await at('another way', 'empty')
  await visitor.send()
  await at('another way', 'errors')
  await visitor.fillIn({ form: 'paper', name: 'Bo', reach: 'Dorpsweg 2, 1234 AB Voorbeeldstad' })
  await visitor.send()
  await at('another way', 'asked')
}

/** Every way past every screen of respondents, by its name. */
export const WALKS: Readonly<Record<string, Walk>> = {
  introduction,
  questions,
  stopping,
  'going on': goingOn,
  'two devices': twoDevices,
  again,
  'coming back': comingBack,
  withdrawing,
  'too many': tooMany,
  codes,
  notices,
  'other ways': otherWays,
  'short address': shortAddress,
  looks,
}
