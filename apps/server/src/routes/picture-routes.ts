import { givenOut } from '../http/given-out.ts'
import { pageRoute, type Route } from '../http/route.ts'
import { PICTURE } from '../study/picture-names.ts'
import { RECORDING } from '../study/recording-names.ts'

/** The pictures and recordings of questionnaires; whoever keeps the server puts them in its data folder. */
export const pictureRoutes: readonly Route[] = [
  pageRoute({
    method: 'GET',
    path: '/pictures/:name',
    role: 'public',
    output: 'open',
    summary: 'A picture beside an answer, from the folder `pictures` of the data folder.',
    responses: { 200: 'The picture.', 404: 'No such picture.' },
    handler: async ({ params }, { settings }) => givenOut(settings.pictures, params['name'] ?? '', PICTURE),
  }),
  pageRoute({
    method: 'GET',
    path: '/recordings/:name',
    role: 'public',
    output: 'open',
    summary: 'Somebody who reads a question or an answer aloud, from the folder `recordings` of the data folder.',
    responses: {
      200: 'The recording.',
      206: 'The part of it that was asked for.',
      404: 'No such recording.',
      416: 'It has no such part.',
    },
    handler: async ({ params }, { settings }) => givenOut(settings.recordings, params['name'] ?? '', RECORDING, true),
  }),
]
