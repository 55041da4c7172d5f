import { readAuditLog } from '@klankbord/storage'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { ask, type Answer, type Question } from '../http/ask.ts'
import { sixDigits } from '../staff/six-digits.ts'
import { startServer, type StartedServer } from '../started-server.ts'

const PASSWORD = 'een lang wachtwoord voor Ans'

let server: StartedServer
let email: string
let people = 0

beforeAll(async () => {
  server = await startServer()
})
afterAll(() => server.end())
beforeEach(() => {
  people += 1
  email = `ans-${people}@voorbeeldstad.example`
})

const cookieOf = (answer: Answer): string =>
  answer.headers
    .getSetCookie()
    .map((cookie) => cookie.split(';', 1)[0])
    .join('; ')
const asks = (cookie: string, path: string, question: Question = {}): Promise<Answer> =>
  ask(server, path, { ...question, headers: { cookie, ...question.headers } })
const signIn = (password: string, address = email): Promise<Answer> =>
  ask(server, '/api/session/password', { json: { email: address, password } })

/** Somebody who came by a link and set a password. */
async function withPassword(): Promise<string> {
  const cookie = await server.signIn()
  expect((await asks(cookie, '/api/account', { method: 'PATCH', json: { email } })).status).toBe(204)
  const set = await asks(cookie, '/api/account/password', { method: 'PUT', json: { password: PASSWORD } })
  expect(set.status).toBe(204)
  return cookie
}

describe('a password', () => {
  it('signs in whoever set it, under the address in any case', async () => {
    await withPassword()
    const answer = await signIn(PASSWORD, email.toUpperCase())
    expect([answer.status, answer.json()]).toEqual([201, { secondFactor: 'none' }])
    const known = await asks(cookieOf(answer), '/api/session')
    expect(known.json()).toMatchObject({ user: { email }, secondFactor: false })
  })

  it('is refused in the same words when it is wrong and when nobody has the address', async () => {
    await withPassword()
    const [wrong, unknown] = [await signIn('iets anders, even lang'), await signIn(PASSWORD, 'niemand@elders.example')]
    expect([wrong.status, wrong.code]).toEqual([401, 'passwordRefused'])
    expect(unknown.json()).toEqual(wrong.json())
  })

  it('locks the account after ten wrong ones in a row, and lets it in again after a quarter of an hour', async () => {
    await withPassword()
    for (let attempt = 0; attempt < 10; attempt += 1) await signIn('iets anders, even lang')
    expect((await signIn(PASSWORD)).status).toBe(401)
    await server.context.database.db
      .updateTable('users')
      .set({ locked_until: server.context.clock.now() })
      .where('email', '=', email)
      .execute()
    expect((await signIn(PASSWORD)).status).toBe(201)
  })

  it('is not taken when it is short, and not without an address', async () => {
    const cookie = await withPassword()
    const change = (json: object): Promise<Answer> => asks(cookie, '/api/account/password', { method: 'PUT', json })
    expect((await change({ current: PASSWORD, password: 'kort' })).code).toBe('passwordTooShort')
    expect((await change({ current: 'verzonnen wachtwoord', password: 'een ander lang wachtwoord' })).code).toBe(
      'passwordRefused',
    )
    const bare = await asks(await server.signIn(), '/api/account/password', {
      method: 'PUT',
      json: { password: PASSWORD },
    })
    expect(bare.code).toBe('emailMissing')
  })

  it('ends all other sessions when it is changed', async () => {
    const cookie = await withPassword()
    const elsewhere = cookieOf(await signIn(PASSWORD))
    const json = { current: PASSWORD, password: 'een ander lang wachtwoord' }
    expect((await asks(cookie, '/api/account/password', { method: 'PUT', json })).status).toBe(204)
    expect((await asks(elsewhere, '/api/session')).status).toBe(401)
  })

  it('is asked before the address changes, and not for another name or the same address', async () => {
    const cookie = await withPassword()
    const change = (json: object): Promise<Answer> => asks(cookie, '/api/account', { method: 'PATCH', json })
    const moved = `weg-${email}`
    for (const refused of [{ email: moved }, { email: moved, password: 'verzonnen wachtwoord' }])
      expect(await change(refused)).toMatchObject({ status: 401, code: 'passwordRefused' })
    expect((await asks(cookie, '/api/session')).json()).toMatchObject({ user: { email } })
    expect((await change({ name: 'Ans', email: email.toUpperCase() })).status).toBe(204)
    expect((await change({ email: moved, password: PASSWORD })).status).toBe(204)
    expect((await asks(cookie, '/api/session')).json()).toMatchObject({ user: { name: 'Ans', email: moved } })
  })

  it('belongs to one account only', async () => {
    await withPassword()
    const other = await server.signIn()
    expect((await asks(other, '/api/account', { method: 'PATCH', json: { email } })).code).toBe('emailTaken')
  })
})

describe('a second factor', () => {
  /** Somebody with one; gives what their app knows. */
  async function withSecondFactor(): Promise<{ readonly uri: string; readonly recoveryCodes: readonly string[] }> {
    const cookie = await withPassword()
    const begun = await asks(cookie, '/api/account/second-factor', { json: { password: PASSWORD } })
    expect(begun.status).toBe(201)
    const { uri, recoveryCodes } = begun.json() as { uri: string; recoveryCodes: string[] }
    const shown = await asks(cookie, '/api/session/second-factor', { json: { code: sixDigits(uri) } })
    expect(shown.status).toBe(204)
    return { uri, recoveryCodes }
  }

  it('is asked for at the next sign-in, and the password alone opens nothing', async () => {
    const { uri } = await withSecondFactor()
    const half = await signIn(PASSWORD)
    expect([half.status, half.json()]).toEqual([202, { secondFactor: 'needed' }])
    expect((await asks(cookieOf(half), '/api/session')).status).toBe(401)
    const wrong = await asks(cookieOf(half), '/api/session/second-factor', { json: { code: '000000' } })
    expect(wrong.code).toBe('secondFactorRefused')
    const whole = await asks(cookieOf(half), '/api/session/second-factor', { json: { code: sixDigits(uri) } })
    expect(whole.status).toBe(204)
    expect((await asks(cookieOf(whole), '/api/session')).json()).toMatchObject({ secondFactor: true })
  })

  it('leaves a line in the log, and no code, each time that a code is refused', async () => {
    const cookie = await withPassword()
    const { json } = await asks(cookie, '/api/account/second-factor', { json: { password: PASSWORD } })
    await asks(cookie, '/api/session/second-factor', { json: { code: sixDigits(String(json()['uri'])) } })
    const { db } = server.context.database
    const { id } = await db.selectFrom('users').select('id').where('email', '=', email).executeTakeFirstOrThrow()
    const half = cookieOf(await signIn(PASSWORD))
    for (const code of ['000000', 'AAAA-BBBBB']) {
      expect((await asks(half, '/api/session/second-factor', { json: { code } })).status).toBe(401)
    }
    const lines = await readAuditLog(db, { limit: 2 })
    expect(lines.map(({ action }) => action)).toEqual(['signIn.codeRefused', 'signIn.codeRefused'])
    for (const line of lines) {
      expect(JSON.stringify(line)).toContain(id)
      expect(JSON.stringify(line)).not.toMatch(/000000|AAAA-BBBBB/)
    }
  })

  it('gives way to a recovery code, once', async () => {
    const { recoveryCodes } = await withSecondFactor()
    const recoveryCode = recoveryCodes[0] ?? ''
    const use = async (): Promise<number> => {
      const half = cookieOf(await signIn(PASSWORD))
      return (await asks(half, '/api/session/second-factor', { json: { code: recoveryCode } })).status
    }
    expect([await use(), await use()]).toEqual([204, 401])
  })

  it('takes a recovery code as somebody reads it from paper: in small letters, without hyphens', async () => {
    const { recoveryCodes } = await withSecondFactor()
    expect(recoveryCodes).toHaveLength(10)
    for (const code of recoveryCodes) expect(code).toMatch(/^[ACDEFGHJKMNPRTUWXY34679]{3}(-[A-Z0-9]{3,4}){2}$/)
    const half = cookieOf(await signIn(PASSWORD))
    const code = recoveryCodes[3]?.toLowerCase().replaceAll('-', ' ')
    expect((await asks(half, '/api/session/second-factor', { json: { code } })).status).toBe(204)
  })

  it('needs the password to begin with', async () => {
    const cookie = await withPassword()
    const begun = await asks(cookie, '/api/account/second-factor', { json: { password: 'verzonnen wachtwoord' } })
    expect(begun.code).toBe('passwordRefused')
  })
})

describe('where somebody is signed in', () => {
  it('can be seen and ended', async () => {
    const cookie = await withPassword()
    const phone = await ask(server, '/api/session/password', {
      json: { email, password: PASSWORD },
      headers: { 'user-agent': 'Telefoon' },
    })
    const { sessions } = (await asks(cookie, '/api/account/sessions')).json() as {
      sessions: { id: string; browser: string; here: boolean }[]
    }
    const there = sessions.find(({ browser }) => browser === 'Telefoon')
    expect(sessions.filter(({ here }) => here)).toHaveLength(1)
    expect((await asks(cookie, `/api/account/sessions/${there?.id}`, { method: 'DELETE' })).status).toBe(204)
    expect((await asks(cookieOf(phone), '/api/session')).status).toBe(401)
    expect((await asks(cookie, '/api/session')).status).toBe(200)
  })

  it('shows nobody the sessions of others', async () => {
    const [mine, theirs] = [await withPassword(), await server.signIn()]
    const { sessions } = (await asks(theirs, '/api/account/sessions')).json() as { sessions: { id: string }[] }
    await asks(mine, `/api/account/sessions/${sessions[0]?.id}`, { method: 'DELETE' })
    expect((await asks(theirs, '/api/session')).status).toBe(200)
  })
})
