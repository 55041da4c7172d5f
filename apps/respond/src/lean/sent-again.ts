/** No form came here. */
export function askedOtherwise(): object {
  return {}
}

/** The server's alone. */
export function tryAgain(): null {
  return null
}

/** Nothing is sent again just so. */
export function withPressed<Fields>(fields: Fields): Fields {
  return fields
}
