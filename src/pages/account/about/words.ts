/** What the town promises for every matter. */
export const promises = [
  { title: '1 秒看到', words: '您一提交，负责这一片的网格员马上看到。' },
  { title: '1 小时处理', words: '每类事都写明处置时限，急事更快。超时了，系统自动告诉网格长。' },
  { title: '7 天办结', words: '处置、核查、结案，每一步您都看得见。办完您来打分，没解决可以重开一次。' },
] as const

/** Where what the app shows comes from. */
export const sources = [
  '街镇、居民区的名称和编码：国家统计局公布的统计用区划代码（2023 年）。',
  '小区、网格、时限和处置单位：由街镇录入。体验环境里的小区位置、人物和案件是虚构的。',
  '您看到的案件：居民、网格员和物业在本应用里写下的，每一步都留痕，不能改也不能删。',
] as const
