import type { networkInterfaces } from 'node:os'

/** Networks of virtual machines, containers and tunnels: a telephone cannot reach them. */
const VIRTUAL = /^(?:docker|br-|veth|virbr|vmnet|vboxnet|utun|tun|tap|wg|tailscale|zt)/
/** Addresses that a router at home or at an office hands out. */
const PRIVATE = /^(?:10\.|192\.168\.|172\.(?:1[6-9]|2\d|3[01])\.)/

/**
 * The address under which other devices on the local network reach this computer, or null without a network.
 *
 * @example lanAddress(networkInterfaces()) // '192.168.1.20'
 */
export function lanAddress(interfaces: ReturnType<typeof networkInterfaces>): string | null {
  const usable = Object.entries(interfaces).flatMap(([name, addresses = []]) =>
    addresses
      .filter(({ family, internal, address }) => family === 'IPv4' && !internal && !address.startsWith('169.254.'))
      .map(({ address }) => ({ address, doubt: Number(VIRTUAL.test(name)) * 2 + Number(!PRIVATE.test(address)) })),
  )
  return usable.toSorted((a, b) => a.doubt - b.doubt)[0]?.address ?? null
}
