import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { run, tool } from '../toolchain.mjs'
import { ALLOWED } from './oldest-browsers/allowed.mjs'
import { htmlFaults } from './oldest-browsers/html-faults.mjs'
import { scriptFaults } from './oldest-browsers/script-faults.mjs'

/** Respondents load nothing else: pages with their style and script inside, and the built scripts on top of them. */
const SCRIPTS = 'apps/respond/dist-browser'
const PAGES = '.ci/gates/oldest-browsers/every-page-of-all.ts'

/** What respondents load that a browser of 2018 does not know, and how much was looked at. Needs a build. */
export async function checkOldestBrowsers(root) {
  const { code, output } = await run(tool('tsx'), ['--conditions=@klankbord/source', join(root, PAGES)], {
    quiet: true,
  })
  if (code !== 0) return { faults: [output], seen: null }
  const scripts = readdirSync(join(root, SCRIPTS), { recursive: true })
    .map(String)
    .filter((name) => /\.m?js$/.test(name))
    .map((name) => ({ name, code: readFileSync(join(root, SCRIPTS, name), 'utf8') }))
  return faultsOf(JSON.parse(output), scripts, ALLOWED)
}

/**
 * @param pages rendered pages, by name
 * @param scripts what they load
 * @param allowed keys of what is known to be newer, with why it does no harm
 */
export function faultsOf(pages, scripts, allowed) {
  const looked = pages.map(({ name, html }) => htmlFaults(html, name))
  const all = [
    ...looked.flatMap(({ faults }) => faults),
    ...scripts.flatMap(({ name, code }) => scriptFaults(code, name)),
  ]
  const used = new Set(all.map(({ key }) => key))
  const stale = Object.keys(allowed).filter((key) => !used.has(key))
  const sum = (what) => looked.reduce((total, one) => total + one[what], 0)
  const seen = {
    pages: pages.length,
    elements: sum('elements'),
    styles: sum('styles'),
    declarations: sum('declarations'),
    inlineScripts: sum('scripts'),
    scripts: scripts.map(({ name }) => name),
  }
  const faults = [
    ...firstOfEach(all.filter(({ key }) => !Object.hasOwn(allowed, key))),
    ...stale.map((key) => `${key} is allowed, and nothing needs it`),
    ...unseen(seen),
  ]
  return { faults, seen }
}

/** A page with a style that was not found is no page without faults. */
function unseen({ pages, styles, declarations, inlineScripts, scripts }) {
  return [
    styles !== pages && `the gate saw ${styles} styles in ${pages} pages`,
    declarations === 0 && 'the gate saw no declaration in any style',
    inlineScripts === 0 && 'the gate saw no script inside a page',
    scripts.length === 0 && 'the gate saw no script that pages load',
  ].filter((sentence) => sentence !== false)
}

/** The same fault stands in many pages; one of them is enough to find it. */
function firstOfEach(faults) {
  const byWhat = new Map()
  for (const { key, sentence } of faults) {
    const first = byWhat.get(key)
    byWhat.set(key, first === undefined ? { sentence, more: 0 } : { ...first, more: first.more + 1 })
  }
  return [...byWhat.values()].map(({ sentence, more }) => (more === 0 ? sentence : `${sentence} (and ${more} more)`))
}
