export default definePageConfig({ navigationBarTitleText: '学习点维护' })
