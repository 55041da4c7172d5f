import setup from '@klankbord/testing/database-setup'
import { openDatabase } from '@klankbord/storage'
import { expect, it, vi } from 'vitest'

type Project = Parameters<typeof setup>[0]

/** A project that remembers what it was provided with. */
function aProject(): { readonly project: Project; readonly server: () => string } {
  let server = ''
  const provide = (_: string, value: string): void => {
    server = value
  }
  return { project: { provide } as unknown as Project, server: () => server }
}

it('starts one server for all projects of a run and stops it after the last one', { timeout: 120_000 }, async () => {
  const [storage, server] = [aProject(), aProject()]
  const endStorage = await setup(storage.project)
  // Vitest loads the setup anew for each project.
  vi.resetModules()
  const again = await import('@klankbord/testing/database-setup')
  const endServer = await again.default(server.project)
  expect(server.server()).toBe(storage.server())
  const database = openDatabase(server.server())
  await endStorage()
  await database.ping()
  await endServer()
  await expect(database.ping()).rejects.toMatchObject({ code: 'databaseUnavailable' })
  await database.close()
})
