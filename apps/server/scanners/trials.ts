import type { ApiRequest } from './api-requests.ts'

/** A request with a star behind everything in it that is to be tried. */
export interface Trial {
  readonly method: string
  readonly route: string
  /** Stars included. */
  readonly path: string
  readonly body: ApiRequest['body']
  readonly isCookieTried: boolean
  /** What has a star, as `part study`, `query kind`, `field answers.story`, `cookie`. */
  readonly parameters: readonly string[]
}

/** What removes something comes last, or those behind it would ask after what is gone. */
const ORDER: readonly string[] = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE']

/** What does nothing but look who somebody is by their cookie. */
const ASKS_WHO = 'GET /api/session'

/**
 * Requests that together try every parameter there is once, and the cookie: parts of addresses and of what follows a question
 * mark by their name, since each is read in one place whatever the route; fields of a body by route and name.
 */
export function trials(requests: readonly ApiRequest[]): readonly Trial[] {
  const known = new Set<string>()
  const isNew = (parameter: string): boolean => !known.has(parameter) && known.add(parameter).has(parameter)
  return requests
    .toSorted((a, b) => ORDER.indexOf(a.method) - ORDER.indexOf(b.method))
    .map((request) => trialOf(request, isNew))
    .filter(({ parameters }) => parameters.length > 0)
}

function trialOf(request: ApiRequest, isNew: (parameter: string) => boolean): Trial {
  const { method, route } = request
  const parameters: string[] = []
  const star = (parameter: string): '*' | '' => {
    if (!isNew(parameter)) return ''
    parameters.push(parameter)
    return '*'
  }
  const path = starredPath(request, star)
  const body = starredBody(request, star)
  const isCookieTried = `${method} ${route}` === ASKS_WHO && star('cookie') === '*'
  return { method, route, path, body, isCookieTried, parameters }
}

type Star = (parameter: string) => '*' | ''

function starredPath({ route, path }: ApiRequest, star: Star): string {
  const [address = '', query] = path.split('?')
  const names = route.split('/').map((part) => /\{(\w+)\}/.exec(part)?.[1])
  const parts = address.split('/').map((part, at) => (names[at] ? part + star(`part ${names[at]}`) : part))
  const asked = query?.split('&').map((one) => one + star(`query ${one.split('=')[0] ?? ''}`))
  return parts.join('/') + (asked ? `?${asked.join('&')}` : '')
}

function starredBody({ method, route, body }: ApiRequest, star: Star): ApiRequest['body'] {
  if (body === null) return null
  const field = (name: string): string => star(`field ${method} ${route} ${name}`)
  const text =
    body.type === 'application/json'
      ? starredJson(JSON.parse(body.text), field)
      : [...new URLSearchParams(body.text)]
          .map(([name, value]) => `${name}=${encodeURIComponent(value)}${field(name)}`)
          .join('&')
  return { ...body, text }
}

/** A star stands within the quotes of a text, and right behind a number. */
function starredJson(value: unknown, field: (name: string) => string, name = ''): string {
  if (typeof value === 'string') return `${JSON.stringify(value).slice(0, -1)}${field(name)}"`
  if (Array.isArray(value)) return `[${value.map((one) => starredJson(one, field, name)).join(', ')}]`
  if (typeof value !== 'object' || value === null) return `${JSON.stringify(value)}${field(name)}`
  const members = Object.entries(value).map(
    ([key, one]) => `${JSON.stringify(key)}: ${starredJson(one, field, `${name}.${key}`)}`,
  )
  return `{${members.join(', ')}}`
}
