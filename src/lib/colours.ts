/** Neither a canvas nor a picture knows the style sheet: the tokens that are drawn with, as they stand in src/styles/tokens.scss. */
export const colours = {
  study: '#b91c1c',
  studyLight: '#fef2f2',
  board: '#1d4ed8',
  boardLight: '#eff6ff',
  /** A second line beside that of the board. */
  other: '#b45309',
  ink: '#111827',
  second: '#4b5563',
  line: '#e5e7eb',
  card: '#ffffff',
} as const
