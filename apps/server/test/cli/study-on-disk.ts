import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createTestDatabase, type TestDatabase } from '@klankbord/testing'
import { run, type Finished, type RunOptions } from './command.ts'

/** A choice, a choice of several, a number and an open answer. */
export const DEFINITION = {
  title: { nl: 'Nachtopvang', en: 'Night shelter' },
  locale: 'nl',
  pages: [
    {
      name: 'one',
      elements: [
        {
          type: 'radiogroup',
          name: 'safe',
          title: 'Voelt u zich hier veilig?',
          choices: [
            { value: 1, text: 'Ja', tone: 'positive' },
            { value: 2, text: 'Nee', tone: 'negative' },
          ],
        },
        {
          type: 'checkbox',
          name: 'used',
          title: 'Wat gebruikte u?',
          choices: [
            { value: 1, text: 'Bed' },
            { value: 2, text: 'Douche' },
          ],
        },
        { type: 'text', inputType: 'number', name: 'nights', title: 'Hoeveel nachten was u hier?', min: 0, max: 400 },
        { type: 'comment', name: 'story', title: 'Wat wilt u vertellen?' },
      ],
    },
  ],
}

/** A temporary folder, a fresh database and commands that work in them. */
export interface Desk {
  readonly folder: string
  readonly database: TestDatabase
  /** Runs a command: words, apart from each other. */
  command(...parameters: readonly string[]): Promise<Finished>
  /** The same, in other surroundings than usual. */
  command(parameters: readonly string[], others: Partial<RunOptions>): Promise<Finished>
  /** Writes a file and gives its path. */
  file(name: string, content: string | Uint8Array): Promise<string>
  /** Imports a study of this definition and gives the address of its wave. */
  study(definition?: unknown, ...parameters: readonly string[]): Promise<string>
  end(): Promise<void>
}

export async function openDesk(options: Partial<RunOptions> = {}): Promise<Desk> {
  const folder = await mkdtemp(join(tmpdir(), 'kb-'))
  const database = await createTestDatabase()
  const usual = { data: join(folder, 'data'), databaseUrl: database.connectionString, ...options }
  const command: Desk['command'] = (...given: readonly unknown[]) => {
    const [words, others] = given
    return Array.isArray(words)
      ? run(words as readonly string[], { ...usual, ...(others as Partial<RunOptions>) })
      : run(given as readonly string[], usual)
  }
  const file: Desk['file'] = async (name, content) => {
    const path = join(folder, name)
    await writeFile(path, content)
    return path
  }
  return {
    folder,
    database,
    command,
    file,
    study: async (definition = DEFINITION, ...parameters) => {
      const path = await file('definition.json', JSON.stringify(definition))
      const made = await command('study', 'import', path, ...parameters)
      const address = /^Wave: (\S+)$/m.exec(made.printed.join('\n'))?.[1]
      if (address === undefined) throw new Error(made.warned.join('\n'))
      return address
    },
    end: async () => {
      await database.drop()
      await rm(folder, { recursive: true, force: true })
    },
  }
}
