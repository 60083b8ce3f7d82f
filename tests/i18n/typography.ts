/** What is wrong with the typography of a sentence, by rule. */
export const french: [string, RegExp][] = [
  ['a straight apostrophe or quotation mark', /['"]/],
  ['no non-breaking space before a colon', /[^\u00A0]:(?!\/\/)/],
  ['a space before ; ? !', /\s[;?!]/],
  ['no non-breaking space inside « »', /«[^\u00A0]|[^\u00A0]»/],
  ['no non-breaking space before $ or %', /[^\u00A0][$%]/],
  ['no non-breaking space around h in an hour', /\d h\b|\bh \d/],
  ['an ordinary space inside a number', /\d \d{3}\b/],
  ['a narrow space, two spaces, or three dots', /\u202F| {2}|\.\.\./],
]
export const english: [string, RegExp][] = [
  ['a straight apostrophe or quotation mark', /['"]/],
  ['a space before : ; ? ! %', /\s[:;?!%]/],
  ['a French quotation mark', /[«»]/],
  ['an amount written in French', /\d\s?\$/],
  ['no non-breaking space before a.m. or p.m.', /\d [ap]\.m\./],
  ['a period after an hour, which ends with its own (a.m.)', /\{(instant|time)\}\./],
  ['two spaces, or three dots', / {2}|\.\.\./],
]

/** The rules a sentence breaks. */
export const faults = (text: string, rules: [string, RegExp][]) =>
  rules.filter(([, pattern]) => pattern.test(text)).map(([rule]) => rule)
