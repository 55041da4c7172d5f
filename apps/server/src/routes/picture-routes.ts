import { lstatSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { problem } from '@klankbord/model'
import { pageRoute, type Route } from '../http/route.ts'

/** A name that is one step below the folder on any system, and says what the file is. */
const PICTURE = /^[a-z0-9][a-z0-9._-]{0,99}\.(?:png|jpg|webp|svg)$/

/** The pictures that a questionnaire shows beside its answers; whoever keeps the server puts them in its data folder. */
export const pictureRoutes: readonly Route[] = [
  pageRoute({
    method: 'GET',
    path: '/pictures/:name',
    role: 'public',
    output: 'open',
    summary: 'A picture beside an answer, from the folder `pictures` of the data folder.',
    responses: { 200: 'The picture.', 404: 'No such picture.' },
    handler: async ({ params }, { settings }) => {
      const name = params['name'] ?? ''
      const folder = resolve(settings.pictures)
      if (!PICTURE.test(name) || !isFile(join(folder, name))) throw problem('unknownAddress', { method: 'GET' })
      const headers = { 'Cache-Control': 'public, max-age=86400' }
      return { status: 200, headers, content: { kind: 'file', folder, name, policy: 'picture' } }
    },
  }),
]

/** A link in the folder is no file: it could lead to anything that the server may read. */
function isFile(path: string): boolean {
  return lstatSync(path, { throwIfNoEntry: false })?.isFile() === true
}
