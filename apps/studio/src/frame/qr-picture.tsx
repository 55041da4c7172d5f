import type { ReactElement } from 'react'
import { qrPath } from './qr-path.ts'

/** A text as a QR picture, dark on white whatever the page looks like. */
export function QrPicture({ text, label }: { readonly text: string; readonly label: string }): ReactElement {
  const { size, path } = qrPath(text)
  return (
    <svg className="qr" viewBox={`0 0 ${size} ${size}`} width="220" height="220" role="img" aria-label={label}>
      <rect width={size} height={size} fill="#fff" />
      <path d={path} fill="#000" />
    </svg>
  )
}
