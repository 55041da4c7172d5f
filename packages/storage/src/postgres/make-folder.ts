import { existsSync, mkdirSync, statSync } from 'node:fs'
import { dirname, resolve } from 'node:path'

/**
 * Makes a folder and those above it, readable for nobody else. Level by level, because Node's own way never ends in a
 * place where no folder can be made, as below /proc.
 *
 * @throws the error of the system: EACCES, EEXIST for a file, ENOENT where no folder can be made
 */
export function makeFolder(folder: string): void {
  const missing: string[] = []
  for (let path = resolve(folder); !existsSync(path); path = dirname(path)) missing.push(path)
  if (missing.length === 0 && !statSync(folder).isDirectory()) mkdirSync(folder)
  for (const path of missing.toReversed()) makeLevel(path)
}

/** Another process may have made it in the meantime. */
function makeLevel(path: string): void {
  try {
    mkdirSync(path, { mode: 0o700 })
  } catch (error) {
    if (!existsSync(path) || !statSync(path).isDirectory()) throw error
  }
}
