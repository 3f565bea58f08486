import { View } from '@tarojs/components'
import type { PropsWithChildren, ReactNode } from 'react'
import { Button } from './button'
import { roleOf } from './role'
import { Tap } from './tap'
import './state-view.scss'

type Props = PropsWithChildren<{
  state: 'loading' | 'error' | 'empty' | 'content'
  error?: string | null
  onRetry: () => void
  /** How many cards the skeleton draws, at most six. */
  skeleton?: number
  empty?: ReactNode
}>

/** One of a screen's four states: a skeleton of the real shape, what went wrong with 重试, what to do when there is nothing, or the content. */
export function StateView({ state, error, onRetry, skeleton = 3, empty, children }: Props) {
  if (state === 'loading') return <Skeleton cards={skeleton} />
  if (state === 'empty') return <>{empty}</>
  if (state === 'error') {
    return (
      <View className='card state-word' {...roleOf('alert')}>
        <View className='title'>没有加载出来</View>
        <View className='second'>{error}</View>
        <Button plain onClick={onRetry}>
          重试
        </Button>
      </View>
    )
  }
  return <>{children}</>
}

const cardKeys = ['first', 'second', 'third', 'fourth', 'fifth', 'sixth']

function Skeleton({ cards }: { cards: number }) {
  return (
    <View aria-label='正在加载' aria-busy {...roleOf('status')}>
      {cardKeys.slice(0, cards).map((key) => (
        <View className='card' key={key}>
          <View className='skeleton-line skeleton-short' />
          <View className='skeleton-line' />
          <View className='skeleton-line skeleton-half' />
        </View>
      ))}
    </View>
  )
}

type EmptyProps = { title: string; hint?: string; action?: string; onAction?: () => void }

/** Nothing here: says so, and what to do. */
export function Empty({ title, hint, action, onAction }: EmptyProps) {
  return (
    <View className='card state-word'>
      <View className='title'>{title}</View>
      {hint && <View className='second'>{hint}</View>}
      {action && onAction && <Button onClick={onAction}>{action}</Button>}
    </View>
  )
}

/** The list on the screen is the last one known: says why, and offers to try again. */
export const Stale = ({ words, onRetry }: { words: string | null; onRetry: () => void }) =>
  words ? (
    <View className='notice' {...roleOf('alert')}>
      <View className='grow'>{words}</View>
      <Tap className='text-link' onClick={onRetry}>
        重试
      </Tap>
    </View>
  ) : null
