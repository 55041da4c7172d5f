import type { RouteRequest } from '../http/route.ts'
import type { OpenedWave } from './opened-wave.ts'
import { languageFor } from './visit.ts'

/** The language of the link, else of the browser, as far as it is offered. */
export function wantedLanguage(request: Pick<RouteRequest, 'header' | 'query'>, opened: OpenedWave): string {
  const accepted = (request.header('accept-language') ?? '').split(',').map((part) => part.trim().slice(0, 2))
  const fromBrowser = accepted.find((language) => opened.languages.includes(language))
  return languageFor(opened, request.query['lang'] ?? fromBrowser)
}
