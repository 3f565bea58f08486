import { Image, View } from '@tarojs/components'
import { useState } from 'react'

type Props = { className: string; src: string; lazy?: boolean }

/** A picture whose surroundings say already what it is: screen readers pass over it. One that does not come leaves a quiet box. */
export function PlainImage({ className, src, lazy = false }: Props) {
  const [failed, setFailed] = useState<string | null>(null)
  if (failed === src) return <View className={`${className} picture-failed`}>照片没出来</View>
  return (
    <Image
      className={className}
      src={src}
      mode='aspectFill'
      lazyLoad={lazy}
      aria-hidden
      imgProps={{ alt: '' }}
      onError={() => setFailed(src)}
    />
  )
}
