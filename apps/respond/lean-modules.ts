import { fileURLToPath } from 'node:url'
import type { Plugin } from 'vite'

/**
 * Modules that a browser gets a smaller one for: texts, drawings and styles that a server has for everybody come as data
 * for this page, and what only a server does is left out. The types of both are the same; tests show the same pages with both.
 */
const LEAN: Readonly<Record<string, string>> = {
  'packages/model/src/json.ts': 'json.ts',
  'packages/model/src/message.ts': 'message.ts',
  'packages/model/src/problems/answer-problems.ts': 'answer-problems.ts',
  'packages/model/src/problem-registry.ts': 'problem-registry.ts',
  'packages/pages/src/kept/as-pressed-before.ts': 'as-pressed-before.ts',
  'packages/pages/src/kept/sent-again.ts': 'sent-again.ts',
  'packages/pages/src/messages/catalogues.ts': 'catalogues.ts',
  'packages/pages/src/pictograms/pictograms.ts': 'pictograms.ts',
  'packages/pages/src/privacy.ts': 'privacy.ts',
  'packages/pages/src/style/page-style.ts': 'page-style.ts',
  'packages/pages/src/render-introduction.ts': 'render-introduction.ts',
  'packages/questionnaire/src/answers/empties.ts': 'empties.ts',
  'packages/questionnaire/src/answers/is-drawing.ts': 'is-drawing.ts',
  'packages/questionnaire/src/answers/plain-copy.ts': 'plain-copy.ts',
  'packages/questionnaire/src/codebook/duration-of.ts': 'duration-of.ts',
  'packages/questionnaire/src/codebook/variables-of.ts': 'variables-of.ts',
  'packages/questionnaire/src/personal-data/mask-answers.ts': 'mask-answers.ts',
  'packages/questionnaire/src/text/our-words.ts': 'our-words.ts',
}

/** Puts them in their place. */
export function leanModules(): Plugin {
  return {
    name: 'lean-modules',
    enforce: 'pre',
    async resolveId(source, importer, options) {
      const resolved = await this.resolve(source, importer, { ...options, skipSelf: true })
      const found = Object.keys(LEAN).find((path) =>
        resolved?.id.split('?')[0]?.replaceAll('\\', '/').endsWith(`/${path}`),
      )
      return found === undefined ? resolved : fileURLToPath(new URL(`./src/lean/${LEAN[found] ?? ''}`, import.meta.url))
    },
    // Nothing is fetched ahead of the part that comes later, and it has no style: half a kilobyte less.
    load: (id) => (id.includes('vite/preload-helper') ? 'export const __vitePreload = (load) => load()' : null),
  }
}
