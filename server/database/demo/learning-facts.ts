import type { LearningKind, LearningTheme } from '../../../contract/learning'

/** Front pages of public sites: who follows them finds what is there now. */
export const learningItems: readonly (readonly [title: string, kind: LearningKind, theme: LearningTheme, url: string, source: string])[] = [
  ['党史频道', 'article', 'party_history', 'https://dangshi.people.com.cn/', '中国共产党新闻网'],
  ['上海党史', 'article', 'party_history', 'https://www.ccphistory.org.cn/', '中共上海市委党史研究室'],
  ['国史网', 'article', 'new_china', 'https://www.hprc.org.cn/', '当代中国研究所'],
  ['共产党员网', 'video', 'party_history', 'https://www.12371.cn/', '共产党员网'],
  ['求是网', 'article', 'theory', 'https://www.qstheory.cn/', '求是杂志社'],
  ['央视网纪录片', 'video', 'reform', 'https://jishi.cctv.com/', '央视网'],
  ['中国社会科学网', 'article', 'socialism', 'https://www.cssn.cn/', '中国社会科学院'],
  ['学习强国', 'video', 'theory', 'https://www.xuexi.cn/', '学习强国学习平台'],
  ['闵行区人民政府', 'article', 'local', 'https://www.shmh.gov.cn/', '闵行区人民政府'],
]

export interface QuestionFact {
  readonly code: string
  readonly theme: LearningTheme
  readonly text: string
  readonly options: readonly string[]
  /** The place of the right one, from 0. */
  readonly answer: number
  readonly explanation: string
}
