import { statSync } from 'node:fs'
import { join, resolve, sep } from 'node:path'
import { problem } from '@klankbord/model'
import type { ServerContext } from '../context.ts'
import type { Reply } from '../http/reply.ts'
import { pageRoute, type Route, type RouteRequest } from '../http/route.ts'

const LONGEST_NAME = 200
/** Names with a hash in them never change their content. */
const FOREVER = { 'Cache-Control': 'public, max-age=31536000, immutable' }
const FOR_MINUTES = { 'Cache-Control': 'public, max-age=300' }
const FILE = { 200: 'The file.', 404: 'No such file.' }

/** The built files that browsers load: the studio, and the scripts on top of respondents' pages and of the council page. */
export const assetRoutes: readonly Route[] = [
  pageRoute({
    method: 'GET',
    path: '/assets/report.js',
    role: 'public',
    output: 'open',
    summary: 'The enhancement of the council page.',
    responses: FILE,
    handler: async (_request, { settings }) => file(settings.assets.report, 'report.js', 'data', FOR_MINUTES),
  }),
  pageRoute({
    method: 'GET',
    path: '/assets/respond.js',
    role: 'public',
    output: 'open',
    summary: 'The script on top of the pages of a questionnaire, which work without it.',
    responses: FILE,
    handler: async (request, { settings }) =>
      packed(request, file(settings.assets.respond, 'respond.js', 'data', FOR_MINUTES)),
  }),
  pageRoute({
    method: 'GET',
    path: '/assets/respond/*file',
    role: 'public',
    output: 'open',
    summary: 'What that script fetches once somebody begins. Its name changes with what it holds.',
    responses: FILE,
    handler: async (request, { settings }) =>
      packed(request, file(join(settings.assets.respond, 'respond'), request.params['file'] ?? '', 'data', FOREVER)),
  }),
  pageRoute({
    method: 'GET',
    path: '/respond-worker.js',
    role: 'public',
    output: 'open',
    summary: "Gives out the first page of a questionnaire on a device of one's own that has no connection.",
    responses: FILE,
    handler: async (_request, { settings }) =>
      file(settings.assets.respond, 'respond-worker.js', 'worker', FOR_MINUTES),
  }),
  pageRoute({
    method: 'GET',
    path: '/studio',
    role: 'public',
    output: 'open',
    summary: 'The studio; it asks for a session itself.',
    responses: FILE,
    handler: studio,
  }),
  pageRoute({
    method: 'GET',
    path: '/studio/assets/*file',
    role: 'public',
    output: 'open',
    summary: 'A script, style or picture of the studio.',
    responses: FILE,
    handler: async ({ params }, { settings }) =>
      file(join(settings.assets.studio, 'assets'), params['file'] ?? '', 'data', FOREVER),
  }),
  pageRoute({
    method: 'GET',
    path: '/studio/*view',
    role: 'public',
    output: 'open',
    summary: 'Any address within the studio.',
    responses: FILE,
    handler: studio,
  }),
  pageRoute({
    method: 'GET',
    path: '/',
    role: 'public',
    output: 'open',
    summary: 'Where staff begin. Respondents and councils have links of their own.',
    responses: { 302: 'To the studio.' },
    handler: async () => ({ status: 302, headers: { Location: '/studio' }, content: { kind: 'nothing' } }),
  }),
]

async function studio(_request: unknown, { settings }: ServerContext): Promise<Reply> {
  return file(settings.assets.studio, 'index.html', 'studio', {})
}

/** @throws Problem `unknownAddress` for what is not there or lies outside the folder */
function file(
  folder: string,
  name: string,
  policy: 'data' | 'worker' | 'studio',
  headers: Readonly<Record<string, string>>,
): Reply {
  const path = resolve(folder, name)
  // A longer name than any file has is an error of the file system.
  const inside = path.startsWith(resolve(folder) + sep) && !name.includes('\0') && name.length <= LONGEST_NAME
  if (!inside || statSync(path, { throwIfNoEntry: false })?.isFile() !== true) {
    throw problem('unknownAddress', { method: 'GET' })
  }
  return { status: 200, headers, content: { kind: 'file', folder: resolve(folder), name, policy } }
}

/** A script as its build compressed it, for whoever reads that: a fifth less than what can be made while somebody waits. */
function packed({ header }: RouteRequest, reply: Reply): Reply {
  const { content, headers } = reply
  if (content.kind !== 'file') return reply
  const name = `${content.name}.br`
  const isThere = statSync(join(content.folder, name), { throwIfNoEntry: false })?.isFile() === true
  const varying = { ...headers, Vary: 'Accept-Encoding' }
  if (!isThere || !readsBrotli(header('accept-encoding'))) return { ...reply, headers: varying }
  const own = { ...varying, 'Content-Encoding': 'br', 'Content-Type': 'text/javascript; charset=utf-8' }
  return { ...reply, headers: own, content: { ...content, name } }
}

function readsBrotli(accepted = ''): boolean {
  return accepted.split(',').some((coding) => /^\s*br\s*(?:;|$)/i.test(coding) && !/;\s*q=0(?:\.0*)?\s*$/i.test(coding))
}
