// @vitest-environment jsdom
import { afterEach, expect, it, vi } from 'vitest'
import { arriving } from '../../src/runner/arriving.ts'
import { listen } from '../../src/runner/listen.ts'
import type { FirstPorts, Runner } from '../../src/runner/ports.ts'
import type { UnderWay } from '../../src/saving/saving.ts'

afterEach(() => vi.restoreAllMocks())

/** What became of a form, each time that its button was pressed. */
interface Tried {
  readonly posted: () => number
  readonly taken: () => number
  readonly fetched: () => number
  readonly said: () => string
  readonly typed: () => string
  press(): Promise<void>
}

const settled = (): Promise<void> => new Promise((resolve) => void setTimeout(resolve, 0))

/**
 * A page on which somebody typed, whose larger script comes or not, on a line that is there or not.
 *
 * @param answer what the server says to a form that the script sends
 * @param begun what is kept of that
 */
function pageOn(
  line: { isThere: boolean; hasScript: boolean; wave: string },
  answer: (form: string) => string | null = () => null,
  begun: UnderWay[] = [],
): Tried {
  document.body.innerHTML = `<main><form id="page-form" method="post" action="/v/${line.wave}">
    <input type="text" name="answers.why" /><button name="go" value="next">Verder</button></form></main>
    <template id="not-reached"><p>Nog niet verstuurd</p></template>`
  Element.prototype.scrollIntoView = () => undefined
  window.scrollTo = () => undefined
  const post = vi.spyOn(HTMLFormElement.prototype, 'submit').mockImplementation(() => undefined)
  const submit = vi.fn<Runner['submit']>(() => true)
  const fetchRunner = vi.fn<() => Promise<() => Runner>>(async () => {
    if (!line.hasScript) throw new TypeError('Failed to fetch')
    return () => ({ submit, resume: async () => undefined }) as unknown as Runner
  })
  const ports = {
    wave: line.wave,
    saving: { underWay: () => null, begin: (fresh: UnderWay) => void begun.push(fresh) },
    after: () => undefined,
    reached: async () => line.isThere,
    post: async (_address: string, form: string) => answer(form),
    isServed: () => true,
  } as unknown as FirstPorts
  const field = document.querySelector<HTMLInputElement>('input[type=text]')
  if (field !== null) field.value = 'Het ging goed'
  listen(ports, arriving(ports, fetchRunner))
  return {
    posted: () => post.mock.calls.length,
    taken: () => submit.mock.calls.length,
    fetched: () => fetchRunner.mock.calls.length,
    said: () => document.getElementById('at-foot')?.textContent ?? '',
    typed: () => document.querySelector<HTMLInputElement>('input[type=text]')?.value ?? '',
    press: async () => {
      document.querySelector('button')?.click()
      await settled()
    },
  }
}

it('says on a cut line that nothing was sent, keeps what was typed, and sends it once there is a line', async () => {
  const line = { isThere: false, hasScript: false, wave: 'een' }
  const page = pageOn(line)
  await page.press()
  expect([page.posted(), page.said(), page.typed()]).toEqual([0, 'Nog niet verstuurd', 'Het ging goed'])
  line.isThere = true
  line.hasScript = true
  await page.press()
  expect([page.posted(), page.taken(), page.fetched()]).toEqual([0, 1, 2])
})

it('has the browser send the form where neither the script nor a page comes', async () => {
  const page = pageOn({ isThere: true, hasScript: false, wave: 'twee' })
  await page.press()
  expect([page.posted(), page.said(), page.taken()]).toEqual([1, '', 0])
})

/** A server that always answers the same. @param sent what it is sent */
function saying(page: string, sent: string[]): (form: string) => string {
  return (form) => {
    sent.push(form)
    return page
  }
}

const ID = '3f0c9a52-7d1e-4a43-9a5f-0d9b1c2e3f40'

it('sends answers itself where only the script does not come, shows what follows, and keeps where that is', async () => {
  const sent: string[] = []
  const begun: UnderWay[] = []
  const following = `<main><form id="page-form" method="post" action="/v/acht"><input type="hidden" name="draft" value="1-${ID}" />
    <h1>En toen?</h1><input name="answers.then" value="" /></form></main>`
  const page = pageOn({ isThere: true, hasScript: false, wave: 'acht' }, saying(following, sent), begun)
  await page.press()
  expect([page.posted(), sent]).toEqual([0, ['answers.why=Het+ging+goed&go=next']])
  expect(document.querySelector('h1')?.textContent).toBe('En toen?')
  expect(begun.map(({ id, answers, page: place }) => [id, answers, place.startsWith('{')])).toEqual([[ID, {}, false]])
})

it('keeps nothing of a page that is under words', async () => {
  const begun: UnderWay[] = []
  const following = `<main><form id="page-form" method="post" action="/v/negen"><input type="hidden" name="draft" value="1-${ID}" />
    <input type="hidden" name="words" value="een twee drie" /><button>Verder</button></form></main>`
  const page = pageOn({ isThere: true, hasScript: false, wave: 'negen' }, () => following, begun)
  await page.press()
  expect([page.posted(), begun]).toEqual([0, []])
})

it('leaves what leads to the last page to the browser, where the script does not come', async () => {
  const sent: string[] = []
  const page = pageOn({ isThere: true, hasScript: false, wave: 'tien' }, saying(question('tien'), sent))
  document.querySelector('button')?.setAttribute('value', 'submit')
  await page.press()
  expect([page.posted(), sent]).toEqual([1, []])
})

it('leaves the languages of a page that says why nobody can begin to the browser, though answers are kept here', () => {
  document.body.innerHTML = `<main><form id="notice-form" method="post" action="/v/zeven"><button name="language" value="en">English</button></form></main>`
  const fetchRunner = vi.fn<() => Promise<never>>(async () => expect.unreachable())
  const ports = { wave: 'zeven', saving: { underWay: () => ({ id: 'een' }) } } as unknown as FirstPorts
  listen(ports, arriving(ports, fetchRunner))
  const pressed = new Event('submit', { bubbles: true, cancelable: true })
  document.querySelector('form')?.dispatchEvent(pressed)
  expect([pressed.defaultPrevented, fetchRunner.mock.calls.length]).toEqual([false, 0])
})

/** What became of the first page of a wave, once its button was pressed. */
interface FirstPage {
  begin(): Promise<void>
  come(): void
  readonly asked: string[]
  readonly made: () => number
  readonly taken: () => number
  readonly posted: () => number
}

/**
 * The first page of a wave, whose larger script is on its way, with a server that answers this.
 *
 * @param after what passes of the time that somebody waits
 */
function firstPage(
  wave: string,
  answer: string | null | Promise<string | null>,
  after: FirstPorts['after'] = () => undefined,
): FirstPage {
  document.body.innerHTML = `<main><form id="page-form" method="post" action="/v/${wave}">
    <input type="checkbox" name="answers.agree" value="true" checked /><button name="go" value="start">Beginnen</button></form></main>`
  let come = (): void => undefined
  const coming = new Promise<void>((resolve) => (come = resolve))
  const asked: string[] = []
  const post = vi.spyOn(HTMLFormElement.prototype, 'submit').mockImplementation(() => undefined)
  const submit = vi.fn<Runner['submit']>(() => true)
  const make = vi.fn<() => Runner>(() => ({ submit, resume: async () => undefined }) as unknown as Runner)
  const ports = {
    wave,
    saving: { underWay: () => null },
    after,
    reached: async () => true,
    isServed: () => true,
    post: async (_address: string, form: string) => {
      asked.push(form)
      return answer
    },
  } as unknown as FirstPorts
  window.scrollTo = () => undefined
  listen(
    ports,
    arriving(ports, async () => {
      await coming
      return make
    }),
  )
  return {
    begin: async () => {
      document.querySelector('button')?.click()
      await settled()
    },
    come,
    asked,
    made: () => make.mock.calls.length,
    taken: () => submit.mock.calls.length,
    posted: () => post.mock.calls.length,
  }
}

const question = (wave: string): string =>
  `<main><h1>Hoe ging het?</h1><form id="page-form" method="post" action="/v/${wave}"><button name="go" value="next">Verder</button></form></main>`

it('shows who begins before the script is there the first page of the server, and goes on here from that page', async () => {
  const page = firstPage('drie', question('drie'))
  await page.begin()
  expect([document.querySelector('h1')?.textContent, page.asked]).toEqual([
    'Hoe ging het?',
    ['answers.agree=true&go=start'],
  ])
  page.come()
  await settled()
  await page.begin()
  expect([page.made(), page.taken(), page.asked.length]).toEqual([1, 1, 1])
})

it('waits for the answer of a slow server, and begins once with what was ticked, posted by no browser', async () => {
  let answer = (_html: string): void => undefined
  const late = new Promise<string>((resolve) => (answer = resolve))
  const page = firstPage('zes', late, (_milliseconds, run) => void Promise.resolve().then(run))
  await page.begin()
  await page.begin()
  expect([page.asked.length, page.taken(), page.posted()]).toEqual([1, 0, 0])
  answer(question('zes'))
  await settled()
  expect([page.asked, page.posted()]).toEqual([['answers.agree=true&go=start'], 0])
  expect(document.querySelector('h1')?.textContent).toBe('Hoe ging het?')
})

it('begins once for who presses twice', async () => {
  const page = firstPage('vier', question('vier'))
  document.querySelector('button')?.click()
  await page.begin()
  expect(page.asked).toHaveLength(1)
})

it('begins here where the server does not answer, with what was ticked', async () => {
  const page = firstPage('vijf', null)
  await page.begin()
  page.come()
  await settled()
  expect([page.asked.length, page.taken()]).toEqual([1, 1])
  expect(document.querySelector<HTMLInputElement>('input')?.checked).toBe(true)
})

it('fetches what did not come once more only for who presses a button', async () => {
  const fetchRunner = vi.fn<() => Promise<never>>(async () => {
    throw new TypeError('Failed to fetch')
  })
  const runner = arriving({} as FirstPorts, fetchRunner)
  for (const again of [false, false, true, false])
    await runner.come(again).then(
      () => expect.unreachable(),
      () => undefined,
    )
  expect(fetchRunner).toHaveBeenCalledTimes(2)
})
