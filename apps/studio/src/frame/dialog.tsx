import { useId, useLayoutEffect, useRef, type ReactElement, type ReactNode } from 'react'

/** A question on top of the page. The browser keeps the focus inside and gives it back; Escape closes. */
export function Dialog(props: {
  readonly title: string
  readonly onClose: () => void
  readonly children: ReactNode
  readonly actions: ReactNode
}): ReactElement {
  const element = useRef<HTMLDialogElement>(null)
  const title = useId()
  // Before the dialog leaves the page, or the browser does not give the focus back.
  useLayoutEffect(() => {
    const dialog = element.current
    dialog?.showModal()
    return () => dialog?.close()
  }, [])
  return (
    <dialog ref={element} className="dialog" aria-labelledby={title} onCancel={props.onClose}>
      <h2 id={title} tabIndex={-1}>
        {props.title}
      </h2>
      {props.children}
      <div className="acts">{props.actions}</div>
    </dialog>
  )
}

/** Plain sentences about what will happen, numbered. */
export function WhatHappens({ sentences }: { readonly sentences: readonly string[] }): ReactElement {
  return (
    <ol className="happens">
      {sentences.map((sentence) => (
        <li key={sentence}>{sentence}</li>
      ))}
    </ol>
  )
}
