import { it } from 'vitest'

it('holds the example of its README', async () => {
  await import('../README.example.ts')
})
