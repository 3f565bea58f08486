export default definePageConfig({ navigationBarTitleText: '智慧食堂', enablePullDownRefresh: true })
