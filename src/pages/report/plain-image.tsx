import { Image } from '@tarojs/components'

type Props = { className: string; src: string; lazy?: boolean }

/** A picture whose surroundings say already what it is: screen readers pass over it. */
export const PlainImage = ({ className, src, lazy = false }: Props) => (
  <Image className={className} src={src} mode='aspectFill' lazyLoad={lazy} aria-hidden imgProps={{ alt: '' }} />
)
