import { Component, type ReactElement, type ReactNode } from 'react'

interface Props {
  readonly fallback: ReactElement
  readonly children: ReactNode
}

/** Keeps a fault in one part, or a part that could not be loaded, from emptying the page. */
export class FaultBoundary extends Component<Props, { readonly failed: boolean }> {
  override state: { readonly failed: boolean } = { failed: false }

  static getDerivedStateFromError(): { readonly failed: boolean } {
    return { failed: true }
  }

  override render(): ReactNode {
    return this.state.failed ? this.props.fallback : this.props.children
  }
}
