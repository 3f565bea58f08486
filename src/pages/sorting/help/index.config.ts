export default definePageConfig({ navigationBarTitleText: '垃圾怎么分', enablePullDownRefresh: true })
