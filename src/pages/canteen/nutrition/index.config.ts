export default definePageConfig({ navigationBarTitleText: '营养', enablePullDownRefresh: true })
