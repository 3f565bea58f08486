/** A service of the app: its tile on home and its WeChat subpackage come from here. */
export interface AppService {
  /** Folder below src/pages and root of the subpackage. */
  readonly name: string
  readonly pages: readonly string[]
  /** Only those who serve go there: not worth loading ahead for everybody. */
  readonly staff?: true
  /** The tile on home; a service without one is reached from elsewhere. */
  readonly tile?: {
    readonly title: string
    readonly hint: string
    readonly elderTitle: string
    readonly elderHint: string
    readonly icon: 'camera' | 'bowl' | 'book' | 'rank'
    /** Page below the service's folder that the tile opens. */
    readonly page: string
    /** Somebody who has not signed in may look around there. */
    readonly open?: true
  }
}

export const services: readonly AppService[] = [
  { name: 'account', pages: ['sign-in', 'profile', 'area', 'inbox', 'about', 'privacy'] },
  {
    name: 'report',
    pages: ['choose', 'new', 'list', 'detail', 'worklist', 'handle'],
    tile: {
      title: '随手报',
      hint: '高空抛物、楼道堆物、电动车进楼',
      elderTitle: '有事上报',
      elderHint: '拍张照片就行',
      icon: 'camera',
      page: 'choose',
    },
  },
  {
    name: 'canteen',
    pages: ['home', 'menu', 'order', 'orders', 'meal', 'family', 'nutrition', 'counter', 'kitchen', 'editor', 'guests'],
    tile: {
      title: '智慧食堂',
      hint: '一周菜单、订餐、取餐码',
      elderTitle: '食堂订餐',
      elderHint: '订明天的午饭',
      icon: 'bowl',
      page: 'home',
      open: true,
    },
  },
  {
    name: 'study',
    pages: [
      ...['home', 'map', 'site', 'check-in', 'path', 'share', 'mailbox', 'mailbox-review', 'learning', 'quiz'],
      ...['host', 'doubtful', 'branch', 'xuexi', 'editor'],
    ],
    tile: {
      title: '学习打卡',
      hint: '红色路线、学习角、连续打卡',
      elderTitle: '学习打卡',
      elderHint: '到附近看看',
      icon: 'book',
      page: 'home',
      open: true,
    },
  },
  {
    name: 'board',
    pages: ['home', 'board', 'unit', 'compare', 'share'],
    tile: {
      title: '社区榜单',
      hint: '我们小区排第几',
      elderTitle: '看榜',
      elderHint: '我们排第几',
      icon: 'rank',
      page: 'home',
      open: true,
    },
  },
  { name: 'sorting', pages: ['help', 'drop-off'] },
  { name: 'board-desk', pages: ['desk', 'figures', 'review', 'definition', 'appeals'], staff: true },
]
