export default definePageConfig({ navigationBarTitleText: '选类别' })
