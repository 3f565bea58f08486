export default definePageConfig({ navigationBarTitleText: '看寄语', enablePullDownRefresh: true })
