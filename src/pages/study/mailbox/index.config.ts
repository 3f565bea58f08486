export default definePageConfig({ navigationBarTitleText: '红色邮筒', enablePullDownRefresh: true })
