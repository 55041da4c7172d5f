import type { ReactElement } from 'react'
import { HowToSignIn } from './how-to-sign-in.tsx'
import { PasswordForm } from './password-form.tsx'
import { SignOnChoice } from './sign-on-choice.tsx'

/** Every way to sign in: address and password, the account of the own organisation, or a new link. */
export function WaysIn(): ReactElement {
  return (
    <div className="stack">
      <PasswordForm />
      <SignOnChoice />
      <HowToSignIn />
    </div>
  )
}
