import { spawn, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The folder of the repository. */
export const ROOT = dirname(dirname(fileURLToPath(import.meta.url)))

const LEAST_NODE = [20, 19]
const INSTALLED_STAMP = join(ROOT, 'node_modules', '.klankbord-installed')
const BUILT_STAMP = join(ROOT, 'node_modules', '.klankbord-built')
/** One file of each part of a build: where it is gone, the build has to be made again. */
const BUILT_FILES = [
  'apps/server/dist/cli.js',
  'apps/studio/dist/index.html',
  'apps/report/dist-browser/report.js',
  'apps/respond/dist-browser/respond.js',
]
const WINDOWS = process.platform === 'win32'

/** Ends the process with one sentence on stderr. */
export function fail(sentence) {
  console.error(sentence)
  process.exit(1)
}

/** Stops with a sentence on a Node that is too old. */
export function requireNode() {
  const [major, minor] = process.versions.node.split('.').map(Number)
  if (major < LEAST_NODE[0] || (major === LEAST_NODE[0] && minor < LEAST_NODE[1])) {
    fail(`Klankbord needs Node ${LEAST_NODE.join('.')} or newer; this is ${process.versions.node}.`)
  }
}

/** Runs a command and resolves with its exit code; output goes to this terminal unless `quiet`. */
export function run(command, args, { quiet = false, env = {} } = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      cwd: ROOT,
      stdio: quiet ? ['ignore', 'pipe', 'pipe'] : ['ignore', 'inherit', 'inherit'],
      env: { ...process.env, ...env },
      shell: WINDOWS,
    })
    const output = []
    child.stdout?.on('data', (chunk) => output.push(chunk))
    child.stderr?.on('data', (chunk) => output.push(chunk))
    child.on('error', (error) => resolve({ code: 1, output: error.message }))
    child.on('close', (code) => resolve({ code: code ?? 1, output: Buffer.concat(output).toString() }))
  })
}

/** The path of a tool of the root package. */
export function tool(name) {
  return join(ROOT, 'node_modules', '.bin', WINDOWS ? `${name}.cmd` : name)
}

/** Runs pnpm in the version that package.json names, through npm: nothing has to be installed before. */
export async function pnpm(args, options) {
  const { packageManager } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'))
  return run('npm', ['exec', '--yes', `--package=${packageManager}`, '--', 'pnpm', ...args], options)
}

/** Installs the dependencies when the lock file or a manifest is not the one installed last. */
export async function ensureInstalled() {
  requireNode()
  const wanted = fingerprint([
    'pnpm-lock.yaml',
    'pnpm-workspace.yaml',
    'package.json',
    ...workspaceFolders().map((folder) => join(folder, 'package.json')),
  ])
  if (stampOf(INSTALLED_STAMP) === wanted) return
  console.error('Installing what is missing …')
  const { code, output } = await pnpm(['install', '--frozen-lockfile'], { quiet: true })
  if (code !== 0) {
    console.error(output)
    fail('The dependencies could not be installed: see above. Is the network up?')
  }
  writeFileSync(INSTALLED_STAMP, wanted)
}

/** Builds the server, the studio and what pages load in the browser when a source has changed since the last build. */
export async function ensureBuilt() {
  const wanted = fingerprint(sourceFiles())
  if (stampOf(BUILT_STAMP) === wanted && BUILT_FILES.every((file) => existsSync(join(ROOT, file)))) return
  console.error('Building …')
  const steps = await Promise.all([
    run(tool('tsc'), ['-b', 'apps/server', 'apps/report'], { quiet: true }),
    pnpm(['studio', 'report', 'respond'].flatMap((app) => ['--filter', `@klankbord/${app}`]).concat('run', 'build'), {
      quiet: true,
    }),
  ])
  const failed = steps.find((step) => step.code !== 0)
  if (failed) {
    console.error(failed.output)
    fail('The build failed: see above.')
  }
  writeFileSync(BUILT_STAMP, wanted)
}

/** The folders of all workspace packages, relative to the root. */
export function workspaceFolders() {
  return ['packages', 'apps', 'examples'].flatMap((parent) =>
    readdirSync(join(ROOT, parent), { withFileTypes: true })
      .filter((entry) => entry.isDirectory() && existsSync(join(ROOT, parent, entry.name, 'package.json')))
      .map((entry) => join(parent, entry.name)),
  )
}

/** Every file below a folder, relative to the root, sorted; build output and dependencies left out. */
export function filesBelow(folder) {
  const skipped = new Set(['node_modules', 'dist', 'dist-types', 'dist-browser'])
  return readdirSync(join(ROOT, folder), { withFileTypes: true })
    .flatMap((entry) => {
      if (skipped.has(entry.name) || entry.name.endsWith('.tsbuildinfo')) return []
      const path = join(folder, entry.name)
      return entry.isDirectory() ? filesBelow(path) : [path]
    })
    .toSorted((a, b) => (a < b ? -1 : 1))
}

/** Whether this process is root on a Debian-like system, where a package can be installed. */
export function canInstallDebianPackages() {
  return process.getuid?.() === 0 && spawnSync('apt-get', ['--version']).status === 0
}

function sourceFiles() {
  const sources = workspaceFolders()
    .filter((folder) => !folder.startsWith('examples'))
    .flatMap((folder) => filesBelow(folder))
    .filter((file) => !/[/\\]test[/\\]/.test(relative('.', file)))
  return [...sources, 'tsconfig.base.json', 'pnpm-lock.yaml']
}

function fingerprint(files) {
  const hash = createHash('sha256').update(process.platform + process.arch)
  for (const file of files) hash.update(file).update(readFileSync(join(ROOT, file)))
  return hash.digest('hex')
}

function stampOf(file) {
  return existsSync(file) ? readFileSync(file, 'utf8') : ''
}
