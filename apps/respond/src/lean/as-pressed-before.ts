/** A form that is sent once more in another language is for the server, like the page that it stands on. */
export function asPressedBefore<Form>(form: Form): Form {
  return form
}
