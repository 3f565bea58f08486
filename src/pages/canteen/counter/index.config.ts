export default definePageConfig({ navigationBarTitleText: '取餐柜台', enablePullDownRefresh: true })
