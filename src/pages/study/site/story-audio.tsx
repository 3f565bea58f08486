import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { useEffect, useState } from 'react'
import { Button } from '@/components/button'
import { FieldError } from '@/components/field'

type Playing = { readonly audio: Taro.InnerAudioContext; readonly on: boolean }

/** The story to listen to, for those who do not like to read; silent when the page is left. */
export function StoryAudio({ url }: { url: string }) {
  const [playing, setPlaying] = useState<Playing | null>(null)
  const [failed, setFailed] = useState(false)
  const audio = playing?.audio
  useEffect(() => () => audio?.destroy(), [audio])
  const begin = () => {
    const made = Taro.createInnerAudioContext()
    made.src = url
    const rest = () => setPlaying({ audio: made, on: false })
    made.onEnded(rest)
    made.onError(() => {
      rest()
      setFailed(true)
    })
    return made
  }
  const turn = () => {
    setFailed(false)
    const one = audio ?? begin()
    if (playing?.on) one.pause()
    else one.play()
    setPlaying({ audio: one, on: !playing?.on })
  }
  return (
    <View className='site-audio'>
      <Button plain onClick={turn}>
        {playing?.on ? '停一停' : '听讲解'}
      </Button>
      <FieldError text={failed ? '讲解没有放出来，请检查网络后再试。' : null} />
    </View>
  )
}
