import { checkAuditLog, readAuditLog } from '@klankbord/storage'
import { z } from 'zod'
import { json } from '../http/reply.ts'
import { dataRoute, type Route } from '../http/route.ts'
import { namedInLog } from '../staff/named-in-log.ts'

/** Lines on one page. */
const PAGE = 100

/** What staff did and saw, for the administrator. */
export const auditRoutes: readonly Route[] = [
  dataRoute({
    method: 'GET',
    path: '/api/audit',
    role: 'staff',
    output: 'staff',
    query: { before: 'The number of a line.' },
    may: ['administrator'],
    summary:
      'The audit log, newest first, 100 lines before the number in `before`; without one, also whether its chain holds.',
    responses: { 200: 'Lines; on the first page also `fault`: the first of the chain, or null.' },
    handler: async ({ query }, { database }) => {
      const before = z.coerce.number().int().positive().safeParse(query['before'])
      const lines = await readAuditLog(database.db, {
        limit: PAGE,
        ...(before.success ? { before: before.data } : {}),
      })
      const entries = await namedInLog(database, lines)
      return json(200, before.success ? { entries } : { entries, fault: await checkAuditLog(database.db) })
    },
  }),
]
