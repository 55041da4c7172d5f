import type { ReactElement } from 'react'

const PATHS = {
  plus: 'M12 5v14M5 12h14',
  arrow: 'M5 12h14M13 6l6 6-6 6',
  phone: 'M8 3h8v18H8zM11.5 18h1',
  desktop: 'M3 5h18v11H3zM9 20h6M12 16v4',
  finding: 'M12 4 21 19.5H3zM12 10v4.5M12 17v.01',
  hint: 'M9 18h6M10 21h4M12 3a6 6 0 0 0-3.5 10.9c.6.5.9 1.2.9 2.1h5.2c0-.9.3-1.6.9-2.1A6 6 0 0 0 12 3z',
  info: 'M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18zM12 11v5M12 8v.01',
  good: 'm5 12.5 4.5 4.5L19 7.5',
  copy: 'M9 9h10v10H9zM5 15V5h10',
  outside: 'M14 5h5v5M19 5l-8 8M17 14v5H5V7h5',
} as const

export type IconName = keyof typeof PATHS

/** A line drawing beside words; never the only carrier of a meaning. */
export function Icon({ name }: { readonly name: IconName }): ReactElement {
  return (
    <svg className="i" viewBox="0 0 24 24" aria-hidden="true">
      <path d={PATHS[name]} />
    </svg>
  )
}

/** The mark of Klankbord: a dot with sound arcs. */
export function Mark(): ReactElement {
  return (
    <svg viewBox="0 0 28 28" aria-hidden="true">
      <circle cx="8" cy="14" r="2.5" fill="currentColor" stroke="none" />
      <path d="M13 8.5a8 8 0 0 1 0 11M18 5a13 13 0 0 1 0 18" />
    </svg>
  )
}
