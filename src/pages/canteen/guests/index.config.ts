export default definePageConfig({ navigationBarTitleText: '客人登记' })
