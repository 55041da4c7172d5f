import { join } from 'node:path'
import { makeFolder } from '@klankbord/storage'
import type { ServerContext } from '../../context.ts'
import { emlOf, mboxPart } from '../../mail/mail.ts'
import type { Outbox } from '../../mail/outbox.ts'
import type { ExitCode } from '../exit-code.ts'
import { toFile } from '../new-file.ts'
import { say } from '../say.ts'
import type { Surroundings } from '../surroundings.ts'
import { inOutbox, type BoxChoice } from './in-outbox.ts'

/** Where to write to: one file with all messages, or a folder with a file for each. */
export interface DownloadChoice extends BoxChoice {
  readonly out?: string
  readonly folder?: string
}

/** Writes mail that waits to files, for a program that sends it. It goes on waiting. @returns 1 when no place was named */
export function downloadOutbox(place: Surroundings, choice: DownloadChoice): Promise<ExitCode> {
  const { out, folder } = choice
  if ((out === undefined) === (folder === undefined)) {
    place.terminal.warn(say('downloadWhere'))
    return Promise.resolve(1)
  }
  return inOutbox(place, choice, async ({ outbox, context, written }) => {
    const count = { written: 0 }
    if (out !== undefined) await toFile(mboxOf(outbox, context, count), out)
    if (folder !== undefined) await intoFolder(outbox, context, folder, count)
    await written('downloaded', count.written)
    place.terminal.warn(say('mailDownloaded', { count: count.written, place: out ?? folder ?? '' }))
    return 0
  })
}

async function* mboxOf(outbox: Outbox, context: ServerContext, count: { written: number }): AsyncIterable<string> {
  for await (const { id, mail } of outbox.readable()) {
    yield mboxPart(await emlOf({ ...mail, id }, context.settings.mail.from), context.clock.now())
    count.written += 1
  }
}

async function intoFolder(
  outbox: Outbox,
  context: ServerContext,
  folder: string,
  count: { written: number },
): Promise<void> {
  makeFolder(folder)
  for await (const { id, mail } of outbox.readable()) {
    const eml = await emlOf({ ...mail, id }, context.settings.mail.from)
    await toFile(pieces(eml), join(folder, `${id}.eml`))
    count.written += 1
  }
}

async function* pieces(text: string): AsyncIterable<string> {
  yield await Promise.resolve(text)
}
