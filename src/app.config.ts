import { services } from './services'

export default defineAppConfig({
  pages: ['pages/home/index', 'pages/mine/index'],
  subPackages: services.map(({ name, pages }) => ({ root: `pages/${name}`, pages: pages.map((page) => `${page}/index`) })),
  preloadRule: {
    'pages/home/index': { network: 'all', packages: services.filter(({ staff }) => !staff).map(({ name }) => `pages/${name}`) },
  },
  window: {
    backgroundTextStyle: 'dark',
    backgroundColor: '#F5F6F8',
    navigationBarBackgroundColor: '#FFFFFF',
    navigationBarTitleText: '家门口这点事',
    navigationBarTextStyle: 'black',
  },
  tabBar: {
    color: '#4B5563',
    selectedColor: '#0E7490',
    backgroundColor: '#FFFFFF',
    borderStyle: 'black',
    list: [
      { pagePath: 'pages/home/index', text: '首页', iconPath: 'assets/tab/home.png', selectedIconPath: 'assets/tab/home-on.png' },
      { pagePath: 'pages/mine/index', text: '我的', iconPath: 'assets/tab/mine.png', selectedIconPath: 'assets/tab/mine-on.png' },
    ],
  },
  lazyCodeLoading: 'requiredComponents',
  requiredPrivateInfos: ['getLocation', 'chooseLocation'],
  permission: { 'scope.userLocation': { desc: '用来找到您的小区、附近的事、最近的食堂和学习点' } },
})
