import type { ServerContext } from '../context.ts'
import { takeInvitationFile, type InvitationFileKind } from '../fieldwork/invitation-files.ts'
import { page, type Reply } from '../http/reply.ts'
import { dataRoute, type Route, type RouteRequest } from '../http/route.ts'
import { waveAt } from '../respondent/visit.ts'
import { RESEARCHERS } from '../staff/rights.ts'
import { waveInPath } from './wave-in-path.ts'

const RESPONSES = {
  200: 'The file.',
  404: 'No such study or wave.',
  409: 'Somebody who is to be written to has no code yet.',
}
const WHOM = {
  kind: '`reminder`: of those who are to be reminded.',
  again: '`1`: also of who was invited already, or reminded less than a week ago, and is not out.',
}

/** Everything that is sent by other means than mail, as files: they hold names and addresses, so few may have them. */
export const invitationFileRoutes: readonly Route[] = [
  dataRoute({
    method: 'GET',
    path: '/api/studies/:study/waves/:wave/invitations/letters',
    role: 'staff',
    output: 'staff',
    may: RESEARCHERS,
    limit: 'export',
    summary: 'Letters to print, as HTML.',
    query: { ...WHOM, window: '`right`: for envelopes that have their window on that side.' },
    responses: RESPONSES,
    handler: async (request, context) => {
      const { text, name } = await named(request, context, 'letters')
      return page(200, text, 'letters', attachment(`${name}.html`))
    },
  }),
  dataRoute({
    method: 'GET',
    path: '/api/studies/:study/waves/:wave/invitations.csv',
    role: 'staff',
    output: 'staff',
    may: RESEARCHERS,
    limit: 'export',
    summary: 'Everybody who is to be written to, with contact, code and link, for mail merge.',
    query: WHOM,
    responses: RESPONSES,
    handler: async (request, context) => csv(await named(request, context, 'invitations')),
  }),
  dataRoute({
    method: 'GET',
    path: '/api/studies/:study/waves/:wave/sms.csv',
    role: 'staff',
    output: 'staff',
    may: RESEARCHERS,
    limit: 'export',
    summary: 'Text messages, with phone and text, for a program that sends them.',
    query: WHOM,
    responses: RESPONSES,
    handler: async (request, context) => csv(await named(request, context, 'sms')),
  }),
]

interface NamedFile {
  readonly text: string
  readonly name: string
}

async function named(request: RouteRequest, context: ServerContext, file: InvitationFileKind): Promise<NamedFile> {
  const { address } = await waveInPath(request, context)
  const kind = request.query['kind'] === 'reminder' ? 'reminder' : 'invitation'
  const window = request.query['window'] === 'right' ? 'right' : 'left'
  const again = request.query['again'] === '1'
  const opened = await waveAt(context, address)
  const { text } = await takeInvitationFile(context, opened, { file, kind, again, window }, request.staff)
  return { text, name: `${file}-${address}${kind === 'reminder' ? '-reminder' : ''}` }
}

function csv({ text, name }: NamedFile): Reply {
  return {
    status: 200,
    headers: attachment(`${name}.csv`),
    content: { kind: 'text', text, mediaType: 'text/csv; charset=utf-8' },
  }
}

const attachment = (file: string): Readonly<Record<string, string>> => ({
  'Content-Disposition': `attachment; filename="${file}"`,
})
