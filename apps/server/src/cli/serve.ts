import { resolve } from 'node:path'
import { problem } from '@klankbord/model'
import { lockDataFolder } from '@klankbord/storage'
import { createApp } from '../app.ts'
import type { ServerContext } from '../context.ts'
import { loadEveryKind } from '../study/load-every-kind.ts'
import { loadSample } from '../study/load-sample.ts'
import { sealEveryMinute } from '../sealing/seal-due.ts'
import { forgetDaily, forgetWhatIsOver } from '../upkeep/forget-daily.ts'
import { sendMailSteadily } from '../upkeep/send-mail.ts'
import { openDoor, type Door } from './door.ts'
import { rememberAddress } from './known-address.ts'
import { lanAddress } from './lan-address.ts'
import { startText } from './start-text.ts'
import type { Surroundings } from './surroundings.ts'
import { inWorkplace } from './workplace.ts'

export interface ServeOptions {
  readonly port: string
  readonly data: string
  readonly sample: boolean
  readonly lan?: boolean
}

/** Runs the server until somebody asks it to stop. What was taken first is given back last. */
export async function serve(place: Surroundings, options: ServeOptions): Promise<void> {
  const port = portOf(options.port)
  const stopped = place.stopSignal()
  const lock = place.environment.databaseUrl === null ? lockDataFolder(options.data) : null
  try {
    const door = await openDoor(port, options.lan === true ? 'network' : 'thisComputer')
    try {
      await serveBehind(door, place, options, stopped)
    } finally {
      await door.close()
    }
  } finally {
    lock?.release()
  }
}

async function serveBehind(
  door: Door,
  place: Surroundings,
  options: ServeOptions,
  stopped: Promise<void>,
): Promise<void> {
  const lan = options.lan === true
  const address = lan ? lanAddress(place.networks()) : null
  const publicUrl = place.environment.publicUrl ?? `http://${address ?? 'localhost'}:${door.port}`
  await inWorkplace(place, { data: options.data, publicUrl, tryOut: lan, mayBegin: true }, async ({ context }) => {
    await forgetWhatIsOver(context)
    if (options.sample) await loadSamples(context)
    door.answerWith(createApp(context))
    const known = rememberAddress(options.data, publicUrl)
    const { seen } = place.terminal
    place.terminal.print(
      await startText(context, { lan, reachable: !lan || address !== null, seen, folder: folderOf(options) }),
    )
    const endForgetting = forgetDaily(context)
    const endSealing = sealEveryMinute(context)
    const endSending = sendMailSteadily(context)
    await stopped
    known.forget()
    await door.close()
    await endForgetting()
    await endSealing()
    await endSending()
  })
}

async function loadSamples(context: ServerContext): Promise<void> {
  await loadSample(context)
  await loadEveryKind(context)
}

/** Null for the folder that every command looks in when the environment of whoever types it says nothing. */
function folderOf({ data }: ServeOptions): string | null {
  const folder = resolve(data)
  return folder === resolve('data') ? null : folder
}

function portOf(given: string): number {
  const port = Number(given)
  if (!/^\d{1,5}$/.test(given) || port > 65_535) throw problem('invalidPort', { given })
  return port
}
