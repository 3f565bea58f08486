export default definePageConfig({ navigationBarTitleText: '学习强国总分', enablePullDownRefresh: true })
