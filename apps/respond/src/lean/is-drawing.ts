/** No questionnaire that is answered on these pages takes a drawing. */
export function isDrawing(): boolean {
  return false
}
