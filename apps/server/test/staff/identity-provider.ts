import { createHash, randomUUID, generateKeyPairSync, sign } from 'node:crypto'
import { createServer } from 'node:http'
import type { SignOnProvider } from '../../src/staff/staff-accounts.ts'

/** What an identity provider says of somebody; what is left out is as it should be. */
export interface Said {
  readonly email: string
  readonly issuer?: string
  readonly audience?: string
  readonly nonce?: string
  /** Signed with a key that is not the provider's. */
  readonly forged?: boolean
}

/** An identity provider that speaks OpenID Connect on this computer, for one person at a time. */
export interface IdentityProvider {
  readonly settings: SignOnProvider
  /** What somebody does who was sent there: the address that they are sent back to. */
  agree(url: string, said: Said): string
  end(): Promise<void>
}

interface Granted {
  readonly said: Said
  readonly nonce: string
  readonly challenge: string
}

/** Starts the provider on a free port. */
export async function startIdentityProvider(): Promise<IdentityProvider> {
  const [own, strange] = [keyPair(), keyPair()]
  const granted = new Map<string, Granted>()
  let issuer = ''
  const tokens = (form: URLSearchParams): object | null => {
    const grant = granted.get(form.get('code') ?? '')
    granted.delete(form.get('code') ?? '')
    const verifier = createHash('sha256')
      .update(form.get('code_verifier') ?? '')
      .digest('base64url')
    if (grant === undefined || verifier !== grant.challenge) return null
    const { said, nonce } = grant
    const now = Math.floor(Date.now() / 1000)
    const claims = {
      iss: said.issuer ?? issuer,
      aud: said.audience ?? 'klankbord',
      sub: `sub of ${said.email}`,
      email: said.email,
      email_verified: true,
      name: 'Bep',
      nonce: said.nonce ?? nonce,
      iat: now,
      exp: now + 300,
    }
    const id_token = signed(claims, said.forged === true ? strange.privateKey : own.privateKey)
    return { access_token: 'an access token', token_type: 'Bearer', expires_in: 300, id_token }
  }
  const server = createServer((request, response) => {
    const path = request.url ?? ''
    const answer = (value: unknown): void =>
      void response
        .writeHead(value === null ? 400 : 200, { 'content-type': 'application/json' })
        .end(JSON.stringify(value))
    if (path.startsWith('/.well-known/')) return answer(discovery(issuer))
    if (path === '/keys')
      return answer({ keys: [{ ...own.publicKey.export({ format: 'jwk' }), kid: 'own', alg: 'RS256' }] })
    const pieces: Buffer[] = []
    request.on('data', (piece: Buffer) => pieces.push(piece))
    request.on('end', () => answer(tokens(new URLSearchParams(Buffer.concat(pieces).toString()))))
  })
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  issuer = `http://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}`
  return {
    settings: {
      name: 'oidc',
      title: 'Voorbeeldstad',
      discoveryUrl: `${issuer}/.well-known/openid-configuration`,
      clientId: 'klankbord',
      clientSecret: 'a secret for tests',
    },
    agree: (url, said) => {
      const query = new URL(url).searchParams
      const code = `code ${randomUUID()}`
      granted.set(code, { said, nonce: query.get('nonce') ?? '', challenge: query.get('code_challenge') ?? '' })
      const back = new URL(query.get('redirect_uri') ?? '')
      back.search = new URLSearchParams({ code, state: query.get('state') ?? '', iss: issuer }).toString()
      return back.href
    },
    end: async () => {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

function keyPair(): ReturnType<typeof generateKeyPairSync> {
  return generateKeyPairSync('rsa', { modulusLength: 2048 })
}

function signed(claims: object, key: ReturnType<typeof keyPair>['privateKey']): string {
  const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url')
  const content = `${part({ alg: 'RS256', kid: 'own' })}.${part(claims)}`
  return `${content}.${sign('sha256', Buffer.from(content), key).toString('base64url')}`
}

function discovery(issuer: string): object {
  return {
    issuer,
    authorization_endpoint: `${issuer}/authorize`,
    token_endpoint: `${issuer}/token`,
    jwks_uri: `${issuer}/keys`,
    response_types_supported: ['code'],
    subject_types_supported: ['public'],
    id_token_signing_alg_values_supported: ['RS256'],
  }
}
