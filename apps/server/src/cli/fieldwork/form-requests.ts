import { addFormRequest, formRequestDone, isUuid, listFormRequests, type NewFormRequest } from '@klankbord/storage'
import { contactStore } from '../../contacts/contact-store.ts'
import { referenceOf, waveAt } from '../../respondent/visit.ts'
import type { ExitCode } from '../exit-code.ts'
import { say } from '../say.ts'
import type { Surroundings } from '../surroundings.ts'
import { inWorkplace, publicUrlOf } from '../workplace.ts'

/** Keeps that somebody wants paper, a telephone call or a talk, apart from answers and sealed. */
export async function keepRequest(
  place: Surroundings,
  { data, wave, form, name, reach }: NewFormRequest & { readonly data: string; readonly wave: string },
): Promise<void> {
  await inWorkplace(place, { data, publicUrl: publicUrlOf(place) }, async ({ context }) => {
    const where = referenceOf(await waveAt(context, wave))
    const id = await addFormRequest(contactStore(context), where, { form, name, reach })
    place.terminal.print(say('requestKept', { id }))
  })
}

/** Prints who wants another form, those to be done first; or says that one was met. @returns 1 when there is no such one */
export async function printRequests(
  place: Surroundings,
  { data, wave, done }: { readonly data: string; readonly wave: string; readonly done?: string },
): Promise<ExitCode> {
  return inWorkplace(place, { data, publicUrl: publicUrlOf(place) }, async ({ context }) => {
    const where = referenceOf(await waveAt(context, wave))
    const store = contactStore(context)
    if (done !== undefined && !(isUuid(done) && (await formRequestDone(store.db, where, done)))) {
      place.terminal.warn(say('requestUnknown', { id: done }))
      return 1
    }
    const requests = await listFormRequests(store, where)
    if (requests.length === 0) place.terminal.print(say('requestsNone'))
    for (const request of requests) {
      const { id, form, name, when } = request
      // What somebody wrote on several lines stands on one here.
      const reach = [request.reach, when ?? ''].join(' · ').replaceAll('\n', ', ').replace(/ · $/, '')
      place.terminal.print(say('requestLine', { id, form, name, reach, done: String(request.done) }))
    }
    return 0
  })
}
