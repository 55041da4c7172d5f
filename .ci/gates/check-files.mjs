import { existsSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { exampleOf } from '../readme-example.mjs'
import { filesBelow } from '../toolchain.mjs'

const LONGEST = 500
const VAGUE = new Set(['utils', 'util', 'helpers', 'helper', 'common', 'shared', 'misc'])
const CODE = /\.(ts|tsx|mjs)$/
const KEBAB = /^[a-z0-9]+(-[a-z0-9]+)*(\.(test|property\.test|journey|chaos|scan|bench|d|config))*\.(ts|tsx|mjs|mts)$/

/** The faults of a code file: its length, its name, a re-export of everything, a test that is switched off. */
export function faultsOfFile(path, text) {
  const faults = []
  const lines = text.split('\n').length - 1
  if (lines > LONGEST) faults.push(`has ${lines} lines (at most ${LONGEST})`)
  if (!KEBAB.test(basename(path))) faults.push('is not named in kebab-case')
  const vague = path.split('/').find((part) => VAGUE.has(part.replace(/\..*$/, '')))
  if (vague) faults.push(`is called ${vague}, which says nothing`)
  if (/^export \* from/m.test(text)) faults.push('exports everything of another file; name the exports')
  if (/\b(it|test|describe)\.(only|skip|todo|fixme)\(/.test(text))
    faults.push('holds a test that is switched off or focused')
  return faults.map((fault) => `${path} ${fault}`)
}

/** Checks all code files, and that each package has a README whose one example is run by a test. */
export function checkFiles(root, folders) {
  const files = [...folders.flatMap((folder) => filesBelow(folder)), ...filesBelow('.ci')].filter((file) =>
    CODE.test(file),
  )
  const faults = files.flatMap((file) => faultsOfFile(file, readFileSync(join(root, file), 'utf8')))
  return {
    faults: [
      ...faults,
      ...folders.filter((folder) => /^(packages|apps)/.test(folder)).flatMap((folder) => readmeFaults(root, folder)),
    ],
    files: files.length,
  }
}

function readmeFaults(root, folder) {
  const readme = join(root, folder, 'README.md')
  if (!existsSync(readme)) return [`${folder} has no README.md`]
  const runner = join(root, folder, 'test', 'readme.test.ts')
  if (!existsSync(runner)) return [`${folder} has no test/readme.test.ts that runs the example of its README`]
  return exampleOf(readme).trim() === '' ? [`${folder}/README.md has an empty example`] : []
}
