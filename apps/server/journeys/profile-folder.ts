import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { chromium, type BrowserContext } from 'playwright-core'

/** A browser with a profile on disk, as somebody has who did not think of a private window. */
export interface BrowserWithProfile {
  readonly context: BrowserContext
  /** Closes it, so that it writes what it would leave. @returns the files, in the profile, that hold one of these texts */
  leftBehind(texts: readonly string[]): Promise<readonly string[]>
  end(): Promise<void>
}

/** The whole browser, not the one without windows that other journeys use: that one keeps no sessions. */
export async function browserWithProfile(javaScriptEnabled: boolean): Promise<BrowserWithProfile> {
  const executablePath = process.env['KLANKBORD_CHROMIUM']
  if (!executablePath) throw new Error('KLANKBORD_CHROMIUM is not set: run the journeys with npm test')
  const folder = await mkdtemp(join(tmpdir(), 'kb-profile-'))
  const context = await chromium.launchPersistentContext(folder, {
    executablePath,
    headless: false,
    javaScriptEnabled,
    locale: 'nl-NL',
    viewport: { width: 390, height: 844 },
    args: ['--headless=new', '--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-sync'],
    // People have it.
    ignoreDefaultArgs: ['--disable-back-forward-cache'],
  })
  return {
    context,
    leftBehind: async (texts) => {
      await context.close()
      const found: string[] = []
      for (const file of await filesIn(folder)) {
        const content = await readFile(file)
        if (texts.some((text) => holds(content, text))) found.push(relative(folder, file))
      }
      return found
    },
    end: async () => {
      await context.close()
      await rm(folder, { recursive: true, force: true, maxRetries: 10 })
    },
  }
}

/** Browsers write some texts in one way and some in the other. */
function holds(content: Buffer, text: string): boolean {
  return content.includes(Buffer.from(text, 'utf8')) || content.includes(Buffer.from(text, 'utf16le'))
}

async function filesIn(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { withFileTypes: true, recursive: true })
  return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name))
}
