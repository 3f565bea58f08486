export default definePageConfig({ navigationBarTitleText: '上榜单位', enablePullDownRefresh: true, enableShareAppMessage: true })
