/** What JavaScript itself has, and WeChat's logic layer with it. */
const names = `Object Function Array Number parseFloat parseInt Infinity NaN undefined Boolean String Symbol Date Promise RegExp
Error AggregateError EvalError RangeError ReferenceError SyntaxError TypeError URIError JSON Math
ArrayBuffer DataView Int8Array Uint8Array Uint8ClampedArray Int16Array Uint16Array Int32Array Uint32Array
Float32Array Float64Array BigInt BigInt64Array BigUint64Array Map Set WeakMap WeakSet WeakRef Proxy Reflect
decodeURI decodeURIComponent encodeURI encodeURIComponent escape unescape isNaN isFinite
console setTimeout clearTimeout setInterval clearInterval`.split(/\s+/)

/** The global object that code of the mini-program sees: none of the browser's. */
export const logicGlobal: Record<string, unknown> = Object.fromEntries(
  names.map((name) => [name, (window as unknown as Record<string, unknown>)[name]]),
)
logicGlobal.globalThis = logicGlobal

/** WeChat makes no code out of text, but for the one text that asks for the global object. */
const fromText = (...texts: string[]) => {
  if (texts.length === 1 && /^\s*return this;?\s*$/.test(texts[0] ?? '')) return () => logicGlobal
  throw new EvalError('WeChat makes no functions out of text')
}
export const logicFunction = new Proxy(Function, {
  apply: (_target, _self, texts: string[]) => fromText(...texts),
  construct: (_target, texts: string[]) => fromText(...texts),
})
logicGlobal.Function = logicFunction
