/** Sodium a day, mg: at most 2 g as WHO advises, and the reference value of GB 28050. */
export const sodiumGuideMg = 2000
