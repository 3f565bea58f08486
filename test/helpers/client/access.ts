import axe from 'axe-core'

// Colours, letters and page structure need a real browser.
const blind = Object.fromEntries(['color-contrast', 'label-content-name-mismatch', 'region'].map((rule) => [rule, { enabled: false }]))

/** What a screen reader or a keyboard would stumble over. */
export async function accessFaults(page: Element): Promise<string[]> {
  const { violations } = await axe.run(page, { rules: blind })
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`))
}
