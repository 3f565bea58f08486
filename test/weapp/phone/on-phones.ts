import { chromium as chromiumPath } from '../../helpers/machine.mjs'

/** A describe of tests that need Chromium; where there is none they are skipped, and the last lines of the run say why. */
export const onPhones = chromiumPath ? describe : describe.skip
