export default definePageConfig({ navigationBarTitleText: '改投放点' })
