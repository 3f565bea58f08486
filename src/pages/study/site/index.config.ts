export default definePageConfig({ navigationBarTitleText: '学习点', enablePullDownRefresh: true })
