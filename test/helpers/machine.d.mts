export declare const chromium: string | undefined
export declare const notRunHere: readonly string[]
