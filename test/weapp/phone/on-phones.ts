import machine from '../../helpers/machine.cjs'

/** A describe of tests that need Chromium; where there is none they are skipped, and the last lines of the run say why. */
export const onPhones = machine.chromium ? describe : describe.skip
