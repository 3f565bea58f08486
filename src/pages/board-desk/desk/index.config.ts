export default definePageConfig({ navigationBarTitleText: '榜单工作台', enablePullDownRefresh: true })
