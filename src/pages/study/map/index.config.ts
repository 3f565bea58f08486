export default definePageConfig({ navigationBarTitleText: '全部学习点', enablePullDownRefresh: true })
