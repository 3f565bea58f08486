/** WeChat's own components. In the browser their tags carry the prefix wx-, as they do in WeChat's web views. */
export const builtinTags = [
  'view',
  'text',
  'button',
  'input',
  'textarea',
  'image',
  'scroll-view',
  'switch',
  'checkbox',
  'checkbox-group',
  'radio',
  'radio-group',
  'label',
  'form',
  'picker',
  'picker-view',
  'picker-view-column',
  'swiper',
  'swiper-item',
  'slider',
  'icon',
  'progress',
  'rich-text',
  'navigator',
  'cover-view',
  'cover-image',
  'canvas',
  'video',
  'map',
  'web-view',
  'movable-area',
  'movable-view',
  'page-container',
  'root-portal',
  'page-meta',
  'camera',
  'live-player',
  'live-pusher',
  'audio',
  'editor',
  'open-data',
  'match-media',
  'share-element',
] as const
export type BuiltinTag = (typeof builtinTags)[number]

const longestFirst = [...builtinTags].sort((one, other) => other.length - one.length).join('|')
const inMarkup = new RegExp(`<(/?)(${longestFirst})(?=[\\s/>])`, 'g')
const inSelector = new RegExp(`(^|[\\s>+~,(])(${longestFirst})(?![\\w-])`, 'g')

export const prefixMarkup = (wxml: string): string => wxml.replace(inMarkup, '<$1wx-$2')

/** Also names the page itself, which is an element with a class here. */
export const prefixSelector = (selector: string): string =>
  selector.replace(/(^|[\s>+~,(])page(?![\w-])/g, '$1.wx-page').replace(inSelector, '$1wx-$2')
