import type { CheckedAnswers } from '@klankbord/model'
import type { FlowPage } from './flow-page.ts'
import type { UnderWay } from './flow-visit.ts'

/** What a host has to do about a form before it may show the page that follows. */
export type Move =
  | { readonly does: 'show'; readonly page: FlowPage }
  /** Look whether somebody may begin, and then do `firstMove`. Nothing is kept yet. */
  | { readonly does: 'begin' }
  /**
   * Keep answers, and only then show the page. Where something newer is kept already, show `unlessNewer`; null: decide once
   * more, about what is kept.
   */
  | {
      readonly does: 'keep'
      readonly before: UnderWay
      readonly underWay: UnderWay
      readonly page: FlowPage
      readonly unlessNewer: FlowPage | null
    }
  /**
   * Keep answers under words, those that the page carries or new ones, and only then show `laterPage` with them. Where
   * something newer is kept already, decide once more, about what is kept.
   */
  | {
      readonly does: 'pause'
      readonly before: UnderWay
      readonly underWay: UnderWay
      /** Where to go on; empty on the page before sending. */
      readonly screenId: string
    }
  /** Forget everything that is kept under the id; where nothing was, recall it with this page: what was sent is not forgotten. */
  | { readonly does: 'erase'; readonly id: string; readonly page: FlowPage }
  /** Store the answers for good. Only after that may `donePage` be shown, with the code. */
  | {
      readonly does: 'send'
      readonly underWay: UnderWay
      readonly checked: CheckedAnswers
      readonly withdrawalCode: string
    }
  /**
   * Nothing is under way: look whether it was sent before, and show `donePage` to who comes with its code, `sentPage` to
   * who does not, `withdrawnPage` where it was taken back, and `otherwise` where nothing of it is known.
   */
  | {
      readonly does: 'recall'
      readonly id: string
      readonly withdrawalCode: string | null
      readonly otherwise: FlowPage
    }

/** What follows once somebody may begin. */
export type FirstMove = Exclude<Move, { readonly does: 'begin' }>
