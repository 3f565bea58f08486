import { Image, View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { observer } from 'mobx-react-lite'
import { useState } from 'react'
import { Button } from '@/components/button'
import { Choices } from '@/components/choices'
import { Field, FieldError, Words } from '@/components/field'
import { Icon } from '@/components/icon'
import { Tap } from '@/components/tap'
import { periodText } from '@/lib/periods'
import { absolute } from '@/lib/request'
import { saidTime } from '@/lib/time'
import { useNow } from '@/lib/use-now'
import type { AppealCase } from '../../../../contract/board'
import { BeginStore } from '../begin-store'
import { mayEdit } from '../may'
import { type DraftAddress, figuresUrl } from '../urls'
import type { AppealsStore } from './appeals-store'

type Props = { store: AppealsStore; appeal: AppealCase }

/** One appeal: whose, on what, in which words; and its answer. */
export const AppealCard = observer(function AppealCard({ store, appeal }: Props) {
  const now = useNow()
  const { boardName, period, unitName, rank, score, text, photos, by, at, state } = appeal
  return (
    <View className={state === 'open' ? 'card stack appeal-open' : 'card stack'}>
      <View>
        <View className='row row-between row-wrap desk-title'>
          <View className='title'>{unitName}</View>
          <AppealChip state={state} />
        </View>
        <View className='second'>
          {boardName} · {periodText(period)} · {rank === null ? '不排名' : `第 ${rank} 名`}
          {score !== null && ` · ${score}`}
        </View>
      </View>
      <View>{text}</View>
      {photos.length > 0 && (
        <View className='desk-evidence appeal-photos'>
          {photos.map(({ id, url, thumbUrl }, index) => (
            <Tap
              key={id}
              label={`看申诉的第 ${index + 1} 张照片`}
              onClick={() => Taro.previewImage({ current: absolute(url), urls: photos.map((photo) => absolute(photo.url)) })}
            >
              <Image className='desk-thumb' src={absolute(thumbUrl)} mode='aspectFill' aria-hidden imgProps={{ alt: '' }} />
            </Tap>
          ))}
        </View>
      )}
      <View className='second'>
        {by} · {saidTime(at, now)}
      </View>
      {state === 'open' ? <AnswerPart store={store} id={appeal.id} /> : <Answered appeal={appeal} now={now} />}
    </View>
  )
})

const chips = {
  open: { icon: 'clock', tone: 'warn', text: '等答复' },
  accepted: { icon: 'check', tone: 'good', text: '要更正' },
  declined: { icon: 'check', tone: 'quiet', text: '不用改' },
} as const

const AppealChip = ({ state }: Pick<AppealCase, 'state'>) => (
  <View className={`chip chip-${chips[state].tone}`}>
    <Icon name={chips[state].icon} />
    {chips[state].text}
  </View>
)

const verdicts = [
  { value: 'accepted', text: '成绩要改' },
  { value: 'declined', text: '不用改' },
] as const

const AnswerPart = observer(function AnswerPart({ store, id }: { store: AppealsStore; id: string }) {
  const { accepted, text } = store.answerOf(id)
  return (
    <View className='stack'>
      <Choices
        name='成绩要不要改'
        choices={verdicts}
        chosen={accepted === null ? null : accepted ? 'accepted' : 'declined'}
        onChoose={(verdict) => store.write(id, { accepted: verdict === 'accepted' })}
      />
      <Field name='答复，写在成绩旁边，大家看得到'>
        <Words
          value={text}
          label='答复'
          placeholder={accepted ? '比如：查过照片，10 月 12 日的扣分记错了，会更正' : '比如：查过三次检查的照片，扣分没有错'}
          most={500}
          onChange={(words) => store.write(id, { text: words })}
        />
      </Field>
      <FieldError text={store.failures.get(id)} />
      <Button busy={store.busy === id && '正在答复…'} onClick={() => store.answer(id)}>
        答复
      </Button>
    </View>
  )
})

const Answered = ({ appeal: { state, answer, answeredAt, boardCode, period }, now }: { appeal: AppealCase; now: number }) => (
  <View className='appeal-answer stack'>
    <View>
      答复：{answer}
      {answeredAt && <View className='second'>{saidTime(answeredAt, now)}</View>}
    </View>
    {state === 'accepted' && mayEdit() && <Correct address={{ code: boardCode, period }} />}
  </View>
)

/** The figures are wrong: on to the correction. */
const Correct = observer(function Correct({ address }: { address: DraftAddress }) {
  const [begin] = useState(() => new BeginStore())
  const start = async () => {
    if (await begin.begin(address)) Taro.navigateTo({ url: figuresUrl(address) })
  }
  return (
    <View>
      <FieldError text={begin.failure?.words} />
      <Tap className='text-link' role='link' onClick={start}>
        {begin.busy ? '正在开始…' : '去更正这一期 ›'}
      </Tap>
    </View>
  )
})
