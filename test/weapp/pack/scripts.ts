import vm from 'node:vm'

/** What a file of a mini-program is given by name, in this order. */
const given = ['require', 'module', 'exports', 'wx', 'App', 'Page', 'Component', 'Behavior', 'getApp', 'getCurrentPages']
const standIns = ['globalThis', 'Function']

/** What a browser has and WeChat's logic layer has not: shadowed, so that code which needs it fails here as it would there. */
const absent = `window self parent top frames document navigator location history screen localStorage sessionStorage indexedDB
XMLHttpRequest fetch Headers Request Response FormData Blob File FileReader WebSocket EventSource Worker BroadcastChannel
URL URLSearchParams AbortController TextEncoder TextDecoder structuredClone crypto performance Intl atob btoa
Image Audio Option Event CustomEvent Node Element HTMLElement SVGElement DOMParser
MutationObserver IntersectionObserver ResizeObserver getComputedStyle matchMedia
requestAnimationFrame cancelAnimationFrame requestIdleCallback addEventListener removeEventListener dispatchEvent
postMessage alert confirm prompt print open close scrollTo innerWidth innerHeight devicePixelRatio`.split(/\s+/)

/** Wraps a js file so that it sees what it would see in WeChat. Throws on a syntax error. */
export function wrapScript(source: string, name: string): string {
  const wrapped = `function (${[...given, ...standIns, ...absent].join(', ')}) { ${source}\n}`
  new vm.Script(`(${wrapped})`, { filename: name })
  return wrapped
}
