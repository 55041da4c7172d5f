import { Agent, get } from 'node:http'
import { networkInterfaces } from 'node:os'
import { describe, expect, it } from 'vitest'
import { openDoor, type Door } from '../../src/cli/door.ts'
import { lanAddress } from '../../src/cli/lan-address.ts'

const answerOk = (_request: unknown, response: { end(text: string): unknown }): void => {
  response.end('ok')
}

describe('the door', () => {
  it('asks early visitors to come back, and lets them in once the server is ready', async () => {
    const door = await openDoor(0, 'thisComputer')
    const early = await fetch(`http://127.0.0.1:${door.port}/v/probeer`)
    expect([early.status, early.headers.get('retry-after')]).toEqual([503, '2'])
    door.answerWith(answerOk)
    expect(await (await fetch(`http://127.0.0.1:${door.port}/`)).text()).toBe('ok')
    await door.close()
  })

  it('listens at each address of this computer by which "localhost" is known, and at no other', async () => {
    const addresses = Object.values(networkInterfaces()).flat()
    const door = await openDoor(0, 'thisComputer')
    door.answerWith(answerOk)
    const hosts = addresses.some((address) => address?.address === '::1') ? ['127.0.0.1', '[::1]'] : ['127.0.0.1']
    for (const host of hosts) expect((await fetch(`http://${host}:${door.port}/`)).status).toBe(200)
    const outside = addresses.flatMap((address) =>
      address?.family === 'IPv4' && !address.internal ? [address.address] : [],
    )
    for (const host of outside) await expect(fetch(`http://${host}:${door.port}/`)).rejects.toThrow('fetch failed')
    await door.close()
  })

  it('tells that somebody else is behind it already', async () => {
    const door = await openDoor(0, 'thisComputer')
    await expect(openDoor(door.port, 'thisComputer')).rejects.toMatchObject({ code: 'portTaken' })
    await expect(openDoor(door.port, 'network')).rejects.toMatchObject({ code: 'portTaken' })
    await door.close()
  })

  it('answers whoever is in before it closes, and does not wait for a connection that is only kept alive', async () => {
    const door = await openDoor(0, 'thisComputer')
    let finish = (): void => undefined
    const arrived = new Promise<void>((resolve) => {
      door.answerWith((_request, response) => {
        finish = () => response.end('finished')
        resolve()
      })
    })
    const agent = new Agent({ keepAlive: true })
    const answer = textOf(door, agent)
    await arrived
    const closed = door.close()
    await expect(openDoor(door.port, 'thisComputer').then((other) => other.close())).resolves.toBeUndefined()
    finish()
    expect(await answer).toBe('finished')
    await closed
    agent.destroy()
  })
})

function textOf(door: Door, agent: Agent): Promise<string> {
  return new Promise((resolve, reject) => {
    get({ host: '127.0.0.1', port: door.port, agent }, (response) => {
      let text = ''
      response.on('data', (piece: Buffer) => (text += piece.toString()))
      response.on('end', () => resolve(text))
    }).on('error', reject)
  })
}

describe('the address for telephones', () => {
  const at = (address: string, more: { readonly internal?: boolean; readonly family?: 'IPv4' | 'IPv6' } = {}) =>
    ({ address, family: 'IPv4', internal: false, netmask: '255.255.255.0', mac: '', cidr: null, ...more }) as never

  it('is that of a home or office network, not of containers, tunnels or this computer itself', () => {
    const interfaces = {
      lo: [at('127.0.0.1', { internal: true })],
      docker0: [at('172.17.0.1')],
      wg0: [at('10.8.0.2')],
      eth1: [at('145.97.20.3')],
      wlan0: [at('fe80::1', { family: 'IPv6' }), at('192.168.178.21')],
    }
    expect(lanAddress(interfaces)).toBe('192.168.178.21')
  })

  it('does not exist without a network', () => {
    expect(lanAddress({ lo: [at('127.0.0.1', { internal: true })], eth0: [at('169.254.10.1')] })).toBeNull()
  })
})
