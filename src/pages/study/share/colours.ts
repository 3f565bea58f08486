/** A canvas knows no style sheet: the tokens that the picture is drawn with, as they stand in src/styles/tokens.scss. */
export const colours = {
  study: '#b91c1c',
  light: '#fef2f2',
  ink: '#111827',
  second: '#4b5563',
  line: '#e5e7eb',
  card: '#ffffff',
} as const
