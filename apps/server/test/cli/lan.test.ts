import { mkdtemp, rm } from 'node:fs/promises'
import { networkInterfaces, tmpdir } from 'node:os'
import { join } from 'node:path'
import { createTestDatabase, type TestDatabase } from '@klankbord/testing'
import { renderUnicodeCompact } from 'uqr'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { lanAddress } from '../../src/cli/lan-address.ts'
import { open, press, type ShownPage } from '../filled-page.ts'
import { serving, type Serving } from './serving.ts'

type Networks = ReturnType<typeof networkInterfaces>

const TRY_OUT = 'Proef. We proberen deze vragen uit.'

let folder: string
let database: TestDatabase

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kb-'))
  database = await createTestDatabase()
})

afterEach(async () => {
  await database.drop()
  await rm(folder, { recursive: true, force: true })
})

/** Networks with one address that answers on this computer. */
function oneNetwork(address: string): Networks {
  return { eth0: [{ address, family: 'IPv4', internal: false, netmask: '255.255.255.0', mac: '', cidr: null }] }
}

/** The networks of this computer, or one that leads back to it where it is on none. */
function ownNetworks(): { readonly address: string; readonly networks: Networks } {
  const own = networkInterfaces()
  const address = lanAddress(own)
  return address === null ? { address: '127.0.0.2', networks: oneNetwork('127.0.0.2') } : { address, networks: own }
}

function servingOnLan(networks: Networks): Promise<Serving> {
  return serving({ data: folder, databaseUrl: database.connectionString, flags: ['--lan'], networks })
}

/** Everything that a browser would need https for, or keep. */
function expectPlainHttp({ headers, html }: ShownPage): void {
  expect(headers.get('content-security-policy')).toContain("form-action 'self'")
  expect(headers.get('content-security-policy')).not.toContain('upgrade-insecure-requests')
  expect(headers.get('strict-transport-security')).toBeNull()
  expect(headers.get('set-cookie')).toBeNull()
  expect(html).not.toContain('https:')
}

describe('somebody who lets telephones on the local network in', () => {
  it('reads the address of this computer on that network, and can have the questionnaire scanned', async () => {
    const { address, networks } = ownNetworks()
    const server = await servingOnLan(networks)
    const { hostname, port } = new URL(server.origin)
    expect([hostname, port]).toEqual([address, expect.stringMatching(/^[1-9]\d+$/)])
    expect(server.text).toContain(`Telephones on this network can reach it at http://${address}:${port}.`)
    const questionnaire = `http://${address}:${port}/v/probeer`
    expect(server.text).toContain(
      `Scan this to fill in the questionnaire:\n${renderUnicodeCompact(questionnaire, { border: 2 })}`,
    )
    expect(server.text).toContain(`  ${questionnaire}\n`)
    expect(server.text).not.toContain('localhost')
    await server.stop()
  })

  it('has a telephone fill in a page over plain http, marked as a trial, without a cookie', async () => {
    const { networks } = ownNetworks()
    const server = await servingOnLan(networks)
    const questionnaire = `${server.origin}/v/probeer`
    const introduction = await open(questionnaire)
    const first = await press(questionnaire, introduction, 'start')
    const [choice] = first.choices
    const second = await press(questionnaire, first, 'next', { [choice?.name ?? '']: choice?.value ?? '' })
    expect(second.html).toContain('Alles tot nu toe is opgeslagen')
    for (const page of [introduction, first, second]) {
      expect(page.status).toBe(200)
      expect(page.html).toContain(TRY_OUT)
      expectPlainHttp(page)
    }
    await server.stop()
  })

  it('reads that there is no network, and can use it on this computer', async () => {
    const server = await servingOnLan({
      lo: oneNetwork('127.0.0.1').eth0?.map((each) => ({ ...each, internal: true })),
    })
    expect(server.text).toContain(
      'No local network was found, so only this computer can reach it. Everything is marked as a trial.',
    )
    expect(server.text).not.toMatch(/Telephones on this network|Scan this/)
    expect(new URL(server.origin).hostname).toBe('localhost')
    expect((await open(`${server.origin}/v/probeer`)).html).toContain(TRY_OUT)
    await server.stop()
  })
})

describe('somebody who does not', () => {
  it('has pages without the mark of a trial, and no code to scan', async () => {
    const server = await serving({ data: folder, databaseUrl: database.connectionString })
    expect(server.text).not.toContain('Scan this')
    expect((await open(`${server.origin}/v/probeer`)).html).not.toContain(TRY_OUT)
    await server.stop()
  })
})
