export default definePageConfig({ navigationBarTitleText: '学习打卡', enablePullDownRefresh: true })
