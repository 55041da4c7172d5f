import type { Filling } from './visitor.ts'
import { begin, DRAFT, LIVING, skipAll, type Walk } from './walk.ts'

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

/** Stopping, and coming back: with words, on another device, with the back button. */
export const COMING_BACK: Readonly<Record<string, Walk>> = {
  stopping,
  'going on': goingOn,
  'two devices': twoDevices,
  'coming back': comingBack,
}
