import { spawn, spawnSync } from 'node:child_process'

/** What a scanner said, and whether it came to its end. */
export interface ScannerRun {
  readonly output: string
  readonly ended: boolean
}

/** Whether a program of this name can be run here. */
export function isInstalled(name: string): boolean {
  return spawnSync(name, ['--version'], { env: LOOPBACK_ONLY }).error === undefined
}

/** Scanners ask their makers for updates and lists of holes; here they get no further than this machine. */
const LOOPBACK_ONLY = {
  ...process.env,
  http_proxy: 'http://127.0.0.1:9',
  https_proxy: 'http://127.0.0.1:9',
  no_proxy: 'localhost,127.0.0.1',
}

/** Runs a scanner below everything else that runs here, and ends it after so many seconds. */
export function runScanner(
  name: string,
  args: readonly string[],
  { folder, seconds }: { readonly folder: string; readonly seconds: number },
): Promise<ScannerRun> {
  return new Promise((resolve, reject) => {
    const child = spawn('nice', ['-n', '10', name, ...args], {
      cwd: folder,
      env: LOOPBACK_ONLY,
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    let output = ''
    const timer = setTimeout(() => child.kill('SIGKILL'), seconds * 1000)
    child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()))
    child.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()))
    child.on('error', reject)
    child.on('close', (code) => {
      clearTimeout(timer)
      resolve({ output, ended: code !== null })
    })
  })
}
