import { renderUnicodeCompact } from 'uqr'
import type { ServerContext } from '../context.ts'
import { sampleLinks } from '../study/sample-links.ts'
import { say } from './say.ts'
import { keeper, LINK_HOURS, signInLink } from './sign-in-link.ts'

/** Who can come in. */
export interface Reach {
  readonly lan: boolean
  /** False when other devices were to come in and there is no network. */
  readonly reachable: boolean
}

/**
 * What the server says once it listens. The studio's link stands last: programs that start the server wait
 * for it.
 */
export async function startText(context: ServerContext, { lan, reachable }: Reach): Promise<string> {
  const links = await sampleLinks(context)
  const studio = await signInLink(context, await keeper(context))
  const questionnaire = links?.questionnaire ?? null
  return [
    say('running'),
    ...(lan && reachable ? [say('lan', { url: context.settings.publicUrl() })] : []),
    ...(reachable ? [] : [say('noNetwork')]),
    ...(lan && reachable && questionnaire !== null
      ? [say('scan'), renderUnicodeCompact(questionnaire, { border: 2 })]
      : []),
    '',
    ...(questionnaire === null ? [] : [say('linkQuestionnaire', { url: questionnaire })]),
    ...(links?.results ? [say('linkResults', { url: links.results })] : []),
    '',
    say('studioOnce', { hours: LINK_HOURS }),
    say('linkStudio', { url: studio }),
  ].join('\n')
}
