/** How what was not answered is stored is worked out where it is stored. */
export function emptiesOf(): Readonly<Record<string, never>> {
  return {}
}

/** The same of what follows from answers. */
export function derivedOf(): Readonly<Record<string, never>> {
  return {}
}
