import { access, copyFile, mkdir, readdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { problem } from '@klankbord/model'
import { publicationSite } from '@klankbord/report-page'
import type { AssetFolders, ServerContext } from '../../context.ts'
import { openedPublication } from '../../publication/opened-publication.ts'
import { hasCode, systemReason } from '../system-error.ts'

/** Where a publication is written as files, and the address at which these will stand. */
export interface SiteFolder {
  readonly folder: string
  readonly at?: string
}

const SCRIPT = 'report.js'
const NOBODY = { cookie: undefined, userAgent: undefined }

/**
 * Writes a publication that everybody may read into a folder, as files that any web server can give out. Ask
 * `requireSiteFolder` first.
 *
 * @returns how many files were written
 * @throws Problem `unknownPublication` for what is not for everybody, `publicationWithdrawn`, `publicationAltered`,
 *   `fileNotWritable`
 */
export async function writeSite(context: ServerContext, id: string, { folder, at }: SiteFolder): Promise<number> {
  const { publication, inputGone } = await openedPublication(context, id, NOBODY)
  const files = await publicationSite(publication, { script: SCRIPT, inputGone, ...(at !== undefined && { at }) })
  try {
    await mkdir(folder, { recursive: true })
    await copyFile(scriptIn(context.settings.assets), join(folder, SCRIPT))
    for (const { path, content } of files) {
      const file = join(folder, path)
      await mkdir(dirname(file), { recursive: true })
      await writeFile(file, content)
    }
  } catch (error) {
    throw notWritable(folder, error)
  }
  return files.length + 1
}

/**
 * What stands in a folder already stays: pages of an earlier edition would mix with these.
 *
 * @throws Problem `fileExists` for a folder that is not empty, `fileNotWritable`, `reportScriptMissing`
 */
export async function requireSiteFolder(folder: string, assets: AssetFolders): Promise<void> {
  const there = await readdir(folder).catch((error: unknown) => {
    if (hasCode(error, 'ENOENT')) return []
    throw notWritable(folder, error)
  })
  if (there.length > 0) throw problem('fileExists', { file: join(folder, there[0] ?? '') })
  const file = scriptIn(assets)
  await access(file).catch((cause: unknown) => {
    throw problem('reportScriptMissing', { file }, { cause })
  })
}

function scriptIn({ report }: AssetFolders): string {
  return join(report, SCRIPT)
}

function notWritable(file: string, error: unknown): Error {
  return problem('fileNotWritable', { file, reason: systemReason(error) }, { cause: error })
}
