/**
 * Words that people write for a property of the profile and that no edit distance finds; several where it depends on
 * what has it.
 */
export const SYNONYMS: Readonly<Record<string, string | readonly string[]>> = {
  elements: 'pages',
  questions: 'elements',
  required: 'isRequired',
  options: 'choices',
  label: ['title', 'text'],
  text: 'title',
  title: 'text',
  type: 'inputType',
  pattern: 'regex',
  image: 'imageLink',
  showOther: 'showOtherItem',
  hint: 'description',
  showIf: 'visibleIf',
  maxlength: 'maxLength',
  hasOther: 'showOtherItem',
  hasComment: 'showOtherItem',
  isAllRowRequired: 'eachRowRequired',
  isExclusive: 'exclusive',
  insensitive: 'caseInsensitive',
  otherPlaceHolder: 'otherPlaceholder',
}

/** Words that people write for a value of the profile. */
export const VALUE_SYNONYMS: Readonly<Record<string, string>> = {
  average: 'mean',
  avg: 'mean',
  total: 'sum',
  percentage: 'percentOfMaximum',
  nps: 'netPromoter',
  tel: 'text',
  url: 'text',
  password: 'text',
  integer: 'number',
  decimal: 'number',
  'datetime-local': 'date',
  datetime: 'date',
}

/** What SurveyJS has for how a question looks. */
const LAYOUT = (
  'colCount columnMinWidth cols rateType renderAs displayMode rateDisplayMode ' +
  'titleLocation descriptionLocation labelLocation errorLocation questionTitleLocation ' +
  'width minWidth maxWidth widthMode indent innerIndent size itemSize ' +
  'startWithNewLine state hideNumber showNumber showQuestionNumbers questionStartIndex ' +
  'showProgressBar progressBarLocation progressBarType logo logoPosition logoWidth logoHeight ' +
  'imageHeight imageWidth imageFit backgroundImage fitToContainer alternateRows'
).split(' ')
const LOOK = 'nothing: the page decides how it looks'

const CODED_OPTION = 'an option with a missingReason'

/**
 * Properties that SurveyJS has and the profile leaves out, with what serves instead, in words. Those that would change
 * which answers there are, or that need another server, are named here; of any other, the name is just not known.
 */
export const LEFT_OUT: Readonly<Record<string, string>> = {
  ...Object.fromEntries(LAYOUT.map((property) => [property, LOOK])),
  showNoneItem: 'an option with exclusive',
  hasNone: 'an option with exclusive',
  showRefuseItem: CODED_OPTION,
  showDontKnowItem: CODED_OPTION,
  showSelectAllItem: 'a tick for each option',
  choicesByUrl: 'choices in the definition',
  choicesFromQuestion: 'choices in the definition',
  choicesOrder: 'choices in the order in which they are shown',
  rowOrder: 'rows in the order in which they are shown',
  questionOrder: 'questions in the order in which they are asked',
  choicesVisibleIf: 'visibleIf on each option',
  choicesEnableIf: 'enableIf on each option',
  rowsVisibleIf: 'visibleIf on each row',
  columnsVisibleIf: 'the same columns for everybody',
  cellType: 'one option for each row',
  valueName: 'the name of the question as key of its answer',
  valueTrue: 'true and false as answers',
  valueFalse: 'true and false as answers',
  valuePropertyName: 'the values of the options as answer',
  defaultValue: 'a question that starts empty',
  defaultValueExpression: 'a question that starts empty',
  setValueExpression: 'a calculated value',
  setValueIf: 'a calculated value',
  correctAnswer: 'a question without a right answer',
  visible: 'visibleIf, or a question less',
  readOnly: 'enableIf',
  minValueExpression: 'an expression validator',
  maxValueExpression: 'an expression validator',
  minErrorText: 'a validator with its text',
  maxErrorText: 'a validator with its text',
  requiredErrorText: 'the sentence that Klankbord gives',
  otherErrorText: 'the sentence that Klankbord gives',
  maskType: 'a validator',
  showCommentArea: 'a comment after it, or showOtherItem',
  panelCount: 'minPanelCount',
  keyName: 'an expression validator',
  triggers: 'visibleIf, or a calculated value',
  completedHtml: 'the closing words of the study',
  navigateToUrl: 'the closing words of the study',
  firstPageIsStartPage: 'the invitation of the study',
  timeLimit: 'as much time as somebody needs',
}
