import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import words from '../../src/resume/words.json' with { type: 'json' }

/**
 * Takes the pictures that the list of words names out of their libraries, into the one file that the pages draw from.
 *
 * Usage: `npm pack lucide-static@1.62.0 @tabler/icons@3.51.0`, unpack both, and
 * `npm run pictures -w packages/pages -- FOLDER_OF_LUCIDE FOLDER_OF_TABLER`
 */
const [lucide = '', tabler = ''] = process.argv.slice(2)
const folders: Readonly<Record<string, string>> = {
  lucide: join(lucide, 'icons'),
  tabler: join(tabler, 'icons', 'outline'),
}

/** What stands between the tags of a picture, without what only its authors need. */
function insideOf(svg: string): string {
  return svg
    .replace(/<!--[\s\S]*?-->/g, '')
    .replace(/^[\s\S]*?<svg[^>]*>/, '')
    .replace(/<\/svg>[\s\S]*$/, '')
    .replace(/<path stroke="none" d="M0 0h24v24H0z" fill="none"\s*\/>/, '')
    .replace(/\s+/g, ' ')
    .replace(/ ?(<|\/>) ?/g, '$1')
    .trim()
}

const pictures = Object.values(words.themes)
  .flat()
  .map(([picture = '']) => {
    const [library = '', name = ''] = picture.split('/')
    return [name, insideOf(readFileSync(join(folders[library] ?? '', `${name}.svg`), 'utf8'))] as const
  })

const file = join(import.meta.dirname, '../../src/resume/word-pictures.json')
writeFileSync(file, `${JSON.stringify({ ...noticesOf(), pictures: Object.fromEntries(pictures) }, null, 2)}\n`)

/** Both licences ask that they go along with every copy. */
function noticesOf(): { readonly notices: Readonly<Record<string, string>> } {
  const licence = (folder: string): string => readFileSync(join(folder, 'LICENSE'), 'utf8').replace(/\s+/g, ' ').trim()
  return { notices: { lucide: licence(lucide), tabler: licence(tabler) } }
}
