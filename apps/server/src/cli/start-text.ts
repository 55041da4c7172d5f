import { listUsers } from '@klankbord/storage'
import { renderUnicodeCompact } from 'uqr'
import type { ServerContext } from '../context.ts'
import { sampleLinks } from '../study/sample-links.ts'
import { say } from './say.ts'
import { LINK_HOURS, signInLink } from '../staff/sign-in-link.ts'
import { keeper } from './keeper.ts'

/** Who can come in. */
export interface Reach {
  readonly lan: boolean
  /** False when other devices were to come in and there is no network. */
  readonly reachable: boolean
  /** Whether somebody reads the text, and it goes into no journal. */
  readonly seen: boolean
  /** The folder of the data, where a command that names none does not look in it. */
  readonly folder: string | null
}

/**
 * What the server says once it listens. How to come into the studio stands last: programs that start the server wait for
 * it. A link that signs in is for whoever reads this, and for the first start, when there is no other way in yet: in a
 * journal it would let anybody in who reads that.
 */
export async function startText(context: ServerContext, { lan, reachable, seen, folder }: Reach): Promise<string> {
  const links = await sampleLinks(context)
  const first = (await listUsers(context.database.db)).length === 0
  const user = await keeper(context)
  const studio = seen || first ? await signInLink(context, user) : null
  const questionnaire = links?.questionnaire ?? null
  return [
    say('running'),
    ...(lan && reachable ? [say('lan', { url: context.settings.publicUrl() })] : []),
    ...(reachable ? [] : [say('noNetwork')]),
    ...(lan && reachable && questionnaire !== null
      ? [say('scan'), renderUnicodeCompact(questionnaire, { border: 2 })]
      : []),
    '',
    ...(links?.front ? [say('linkFront', { url: links.front })] : []),
    ...(questionnaire === null ? [] : [say('linkQuestionnaire', { url: questionnaire })]),
    ...(links?.everyKind ? [say('linkEveryKind', { url: links.everyKind })] : []),
    ...(links?.results ? [say('linkResults', { url: links.results })] : []),
    '',
    ...(studio === null
      ? [say('studioHow', { name: user.name, folder: folder ?? 'usual' })]
      : [say('studioOnce', { hours: LINK_HOURS }), say('linkStudio', { url: studio })]),
  ].join('\n')
}
