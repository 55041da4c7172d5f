import type { Json } from '@klankbord/model'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openWaveOf } from '../every-element.ts'
import { open, press, type ShownPage } from '../filled-page.ts'
import { startServer, type StartedServer } from '../started-server.ts'

let server: StartedServer

beforeAll(async () => {
  server = await startServer()
})

afterAll(() => server.end())

const OPENING: Json = {
  locale: 'nl',
  title: 'Over uw hulp',
  pages: [
    {
      name: 'page',
      elements: [
        { type: 'comment', name: 'first', title: 'Hoe ging het?' },
        { type: 'boolean', name: 'more', title: 'Wilt u meer vertellen?' },
        ...['one', 'two', 'three'].map((name) => ({
          type: 'comment',
          name,
          title: `Vertel: ${name}`,
          visibleIf: '{more} = true',
        })),
        { type: 'comment', name: 'last', title: 'Wat kan beter?' },
        { type: 'comment', name: 'end', title: 'Nog iets?' },
      ],
    },
  ],
}

const minutes = ({ html }: ShownPage): number | null => {
  const found = /nog (\d+) minu/.exec(html.replace(/<[^>]*>/g, ''))
  return found === null ? null : Number(found[1])
}

it('somebody who has more questions opened reads no more minutes than before, and then what is left', async () => {
  const { address: name } = await openWaveOf(server.context, OPENING, 'meer')
  const address = `${server.origin}/v/${name}`
  let page = await press(address, await open(address), 'start')
  const read = [minutes(page)]
  const go = async (action: string, filling = {}): Promise<void> => {
    page = await press(address, page, action, filling)
    read.push(minutes(page))
  }
  await go('next', { first: 'Goed' })
  await go('next', { more: 'true' })
  await go('language:nl')
  await go('skip')
  await go('skip')
  await go('skip')
  await go('skip')
  expect(read).toEqual([5, 3, null, null, null, null, 3, 2])
  await go('back')
  expect(read.at(-1)).toBe(3)
})
