import type { TabChannel, TabMessage } from './ports.ts'

/**
 * The other tabs of this browser. Safari before 15.4 has no channel between tabs: there a text that is written and taken
 * away at once stands in for it, without what is kept, for that would be written to a disk.
 */
export function browserTabs(name: string): TabChannel {
  return 'BroadcastChannel' in window ? broadcast(name) : written(name)
}

function broadcast(name: string): TabChannel {
  const channel = new BroadcastChannel(name)
  return {
    // A channel knows no origin to name: it is that of this page.
    post: (message) => {
      Reflect.apply(channel.postMessage, channel, [message])
    },
    listen: (hear) => {
      channel.addEventListener('message', ({ data }: MessageEvent<TabMessage>) => hear(data))
      return () => channel.close()
    },
  }
}

function written(name: string): TabChannel {
  return {
    post: ({ id, from, kind }) => {
      try {
        localStorage.setItem(name, JSON.stringify({ id, from, kind }))
        localStorage.removeItem(name)
      } catch {
        // Tabs that cannot hear each other are kept apart by the revisions on the server.
      }
    },
    listen: (hear) => {
      const take = ({ key, newValue }: StorageEvent): void => {
        if (key === name && newValue !== null && newValue !== '') hear(JSON.parse(newValue) as TabMessage)
      }
      window.addEventListener('storage', take)
      return () => window.removeEventListener('storage', take)
    },
  }
}
