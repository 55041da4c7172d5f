import { begin, skipAll, type Walk } from './walk.ts'

const again: Walk = async (visitor, { open }, at) => {
  await visitor.open(`/v/${open}/again`)
  await at('contact again', 'empty')
  await visitor.go('submit')
  await at('contact again', 'errors')
  await visitor.fillIn({ name: 'Bo', reach: 'bo@voorbeeld.example', agreed: 'yes' })
  await visitor.go('submit')
  await at('contact again', 'kept')
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

/** What somebody does once their answers are sent. */
export const AFTERWARDS: Readonly<Record<string, Walk>> = { again, withdrawing, 'too many': tooMany }
