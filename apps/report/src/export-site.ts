import { copyFile, mkdir, readFile, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { reopen } from '@klankbord/disclosure'
import { problem } from '@klankbord/model'
import { siteFiles } from './site-files.ts'

const SCRIPT = join(import.meta.dirname, '..', 'dist-browser', 'report.js')

/**
 * Writes publications as a static site that any web server can give out. Every publication is re-opened first: what was
 * altered or is malformed stops the export before anything is written.
 *
 * @param publicationFiles JSON files, as downloaded from a server
 * @param outFolder is made when it is not there; files of an earlier export are replaced
 * @param script the bundled enhancement of the page
 * @returns the files that were written, relative to the folder
 * @throws Problem `publicationAltered`, `publicationMalformed`, `siteFolderTaken`, `reportScriptMissing`
 */
export async function exportSite(
  publicationFiles: readonly string[],
  outFolder: string,
  script: string = SCRIPT,
): Promise<readonly string[]> {
  const texts = await Promise.all(publicationFiles.map((file) => readFile(file, 'utf8')))
  const files = await siteFiles(texts.map((text) => reopen(JSON.parse(text))))
  await mkdir(outFolder, { recursive: true })
  await copyFile(script, join(outFolder, 'report.js')).catch((cause: unknown) => {
    throw problem('reportScriptMissing', { file: script }, { cause })
  })
  for (const { path, content } of files) {
    const target = join(outFolder, path)
    await mkdir(dirname(target), { recursive: true })
    await writeFile(target, content)
  }
  return ['report.js', ...files.map(({ path }) => path)]
}

async function main(parameters: readonly string[]): Promise<void> {
  const [outFolder, ...publicationFiles] = parameters
  if (outFolder === undefined || publicationFiles.length === 0) {
    process.stderr.write('usage: export-site OUT-FOLDER PUBLICATION.json…\n')
    process.exitCode = 2
    return
  }
  const written = await exportSite(publicationFiles, outFolder)
  process.stdout.write(`${written.map((file) => join(outFolder, file)).join('\n')}\n`)
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  await main(process.argv.slice(2))
}
