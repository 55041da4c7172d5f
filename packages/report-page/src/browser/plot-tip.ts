/** What Chart.js says of the tooltip that it would draw. */
export interface TipModel {
  readonly opacity: number
  readonly caretX: number
  readonly body?: readonly { readonly lines: readonly string[] }[]
}

/**
 * Shows the tooltip of a plot as text above it, where it hides no number: a canvas of one row is too low to draw it in.
 * It repeats what the row says already, so it is not read out.
 */
export function showTip(holder: HTMLElement, model: TipModel): void {
  const known = holder.querySelector<HTMLElement>('.tip')
  const words = model.body?.flatMap((part) => part.lines).join(' ') ?? ''
  if (model.opacity === 0 || words === '') {
    known?.remove()
    return
  }
  const tip = known ?? holder.appendChild(holder.ownerDocument.createElement('span'))
  tip.className = 'tip'
  tip.setAttribute('aria-hidden', 'true')
  tip.textContent = words
  tip.style.left = `${model.caretX}px`
}
