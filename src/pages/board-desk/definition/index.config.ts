export default definePageConfig({ navigationBarTitleText: '榜单设置', enablePullDownRefresh: true })
