import type { LanguageCode, LocalizedText, OtherWay } from '@klankbord/model'

/** Everything that a mail, a text message or a letter tells somebody who is asked to take part. */
export interface Invitation {
  /** Of the person; Dutch where there are no texts in it. */
  readonly language: LanguageCode
  /** The languages that the questions can be answered in. */
  readonly languages: readonly LanguageCode[]
  readonly kind: 'invitation' | 'reminder'
  readonly studyTitle: LocalizedText
  readonly owner: { readonly name: string; readonly helpPhone?: string }
  /** How this person is called; null where that is not known. */
  readonly recipient: string | null
  /** As it is printed; null in a wave without codes. */
  readonly code: string | null
  /** Leads to the first page, the code behind the `#`. */
  readonly link: string
  /** The short study address, without scheme: people type it. */
  readonly address: string
  /** Ways to take part that this study offers besides the web. */
  readonly otherWays: readonly OtherWay[]
  /** ISO date of the last day on which somebody may begin; null when that was not decided. */
  readonly lastDay: string | null
  /** Answers are cut loose from codes. */
  readonly anonymous: boolean
  /** How long the questions take, where that is known. */
  readonly minutes?: number
  /** The organisation is invented: the text says so. */
  readonly sample?: boolean
}
