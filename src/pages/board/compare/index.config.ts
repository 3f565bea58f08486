export default definePageConfig({ navigationBarTitleText: '比一比', enablePullDownRefresh: true, enableShareAppMessage: true })
