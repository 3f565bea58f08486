export default definePageConfig({ navigationBarTitleText: '家门口这点事', enablePullDownRefresh: true })
