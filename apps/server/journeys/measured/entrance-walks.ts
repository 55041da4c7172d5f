import { begin, DRAFT, skipAll, type Walk } from './walk.ts'

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

const otherWays: Walk = async (visitor, waves, at) => {
  await visitor.open(`/v/${await waves.round('kiosk')}/other`)
  await at('another way', 'empty')
  await visitor.send()
  await at('another way', 'errors')
  await visitor.fillIn({ form: 'paper', name: 'Bo', reach: 'Dorpsweg 2, 1234 AB Voorbeeldstad' })
  await visitor.send()
  await at('another way', 'asked')
}

/** How somebody comes in, or reads why they cannot. */
export const ENTRANCES: Readonly<Record<string, Walk>> = {
  codes,
  notices,
  'short address': shortAddress,
  'other ways': otherWays,
}
