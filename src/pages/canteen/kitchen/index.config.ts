export default definePageConfig({ navigationBarTitleText: '后厨单', enablePullDownRefresh: true })
