import { problem } from '@klankbord/model'
import { json } from '../http/reply.ts'
import { dataRoute, type Route } from '../http/route.ts'
import { readablePublications } from '../publication/readable-publications.ts'
import { ownWork } from '../staff/own-work.ts'

/** Where everybody who signed in begins: what they can do, and what they may read. */
export const workRoutes: readonly Route[] = [
  dataRoute({
    method: 'GET',
    path: '/api/my-work',
    role: 'staff',
    output: 'open',
    summary: 'The studies in which one is something, as what, and what waits for an approval.',
    responses: { 200: 'The studies, by their title only.' },
    handler: async ({ staff }, context) => {
      if (staff === null) throw problem('notSignedIn', {})
      return json(200, { studies: await ownWork(context, staff.rights) })
    },
  }),
  dataRoute({
    method: 'GET',
    path: '/api/publications',
    role: 'staff',
    output: 'released',
    summary: 'What is published of the studies that one has to do with, as far as one may read it, newest first.',
    responses: { 200: 'The publications.' },
    handler: async ({ staff }, context) => {
      if (staff === null) throw problem('notSignedIn', {})
      return json(200, { publications: await readablePublications(context, staff.rights) })
    },
  }),
]
