/** Where the property company writes when and where a compound's rubbish is taken. */
export const dropOffUrl = (compoundCode?: string): string =>
  `/pages/sorting/drop-off/index${compoundCode ? `?compound=${encodeURIComponent(compoundCode)}` : ''}`
