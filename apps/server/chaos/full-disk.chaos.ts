import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, statfsSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { expect, it } from 'vitest'
import { accountOf } from './account.ts'
import { NOTHING_WRONG, openChaosPlace } from './chaos-place.ts'
import { tell } from './tell.ts'
import { underLoad } from './under-load.ts'

const DISK = 160_000_000
/** What is left free before people begin to send. */
const LEFT = 6_000_000

// Making a disk takes root; without it there is no small disk to fill.
it.runIf(process.getuid?.() === 0)(
  'keeps what it acknowledged when the disk is full, refuses the rest, and goes on when there is room again',
  async () => {
    const disk = mountedDisk()
    try {
      const place = await openChaosPlace(13, disk.path)
      const { server, fieldwork } = place
      const senders = await place.people(3_000)
      const statuses = await underLoad(
        { port: server.port, wave: fieldwork.wave.address, senders, together: 8 },
        async (load) => {
          const ballast = fillUpTo(disk.path, LEFT)
          while (refusals(senders) < 40) {
            if (load.done()) throw new Error('everything was stored: the disk was not full')
            await wait(20)
          }
          rmSync(ballast)
        },
      )
      await server.ready()
      const account = await accountOf(fieldwork, senders)
      tell('full disk', { statuses: Object.fromEntries(statuses), starts: server.starts(), ...account })
      expect(account).toEqual({ sent: senders.length, acknowledged: senders.length, ...NOTHING_WRONG })
      expect(statuses.get(503)).toBeGreaterThan(0)
      await place.end()
    } finally {
      disk.unmount()
    }
  },
)

function refusals(senders: readonly { readonly failures: number }[]): number {
  return senders.reduce((sum, { failures }) => sum + failures, 0)
}

function mountedDisk(): { readonly path: string; unmount(): void } {
  const path = mkdtempSync(join(tmpdir(), 'kb-disk-'))
  execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${DISK}`, 'tmpfs', path])
  return {
    path,
    unmount: () => {
      execFileSync('umount', ['--lazy', path])
      rmSync(path, { recursive: true, force: true })
    },
  }
}

/** Writes a file that leaves so many bytes free. @returns its path */
function fillUpTo(folder: string, left: number): string {
  const { bavail, bsize } = statfsSync(folder)
  const path = join(folder, 'ballast')
  writeFileSync(path, Buffer.alloc(Math.max(0, bavail * bsize - left)))
  return path
}
