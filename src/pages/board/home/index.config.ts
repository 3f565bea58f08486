export default definePageConfig({ navigationBarTitleText: '社区榜单', enablePullDownRefresh: true, enableShareAppMessage: true })
