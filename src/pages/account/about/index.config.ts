export default definePageConfig({ navigationBarTitleText: '关于家门口这点事' })
