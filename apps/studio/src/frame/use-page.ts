import { useEffect, useRef, type RefObject } from 'react'

let arrived = false

/**
 * Names the page in the window and moves the focus to its heading, so that who listens hears where they
 * are. The first page after loading leaves the focus to the browser.
 */
export function usePage(title: string): RefObject<HTMLHeadingElement | null> {
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    document.title = `${title} – Klankbord`
  }, [title])
  useEffect(() => {
    if (arrived) heading.current?.focus()
    arrived = true
  }, [])
  return heading
}
