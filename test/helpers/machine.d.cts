declare const machine: { readonly chromium: string | undefined; readonly notRunHere: readonly string[] }
export = machine
