export default definePageConfig({ navigationBarTitleText: '录成绩', enablePullDownRefresh: true })
