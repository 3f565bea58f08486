import { screen, waitFor } from '@testing-library/react'
import Learning from '@/pages/study/learning'
import StudyQuiz from '@/pages/study/quiz'
import { phone } from '../helpers/client/phone'
import { fill, nextScreen, press, see, show, signInAs, signInAsNewcomer, signOut } from '../helpers/client/screen'
import { somebodyElse } from '../helpers/client/somebody-else'

describe('the list', () => {
  test('when a link is tapped in WeChat, then it is copied, and that is said beside it', async () => {
    await signOut()
    show(<Learning />)
    await press('新中国史')
    await press(/^国史网/)
    await see('链接复制好了，到浏览器里粘贴打开。')
    expect(phone.asked).toContainEqual({ name: 'setClipboardData', data: 'https://www.hprc.org.cn/' })
    await waitFor(() => expect(screen.queryByText('求是网')).toBeNull())
  })

  test('when a theme has nothing, then what to do is said; a guest who wants the quiz signs in first', async () => {
    await signOut()
    show(<Learning />)
    await press('其他')
    await see('这里还没有内容')
    await press(/^每日答题/)
    expect(await nextScreen()).toBe('/pages/account/sign-in/index')
  })

  test('when 小沈 adds a line, then it is there; he changes it and takes it away', async () => {
    await signInAs('board_editor')
    show(<Learning />)
    await press('加一条')
    await press('保存')
    await see('请写标题。')
    await fill('标题', '新虹老照片')
    await fill('链接', 'http://example.org/photos')
    await press('保存')
    await see('链接要以 https:// 开头，请从浏览器里复制。')
    await fill('链接', 'https://example.org/photos')
    await press('保存')
    await press('修改新虹老照片')
    await fill('标题', '新虹老照片（二）')
    await press('保存')
    await press('修改新虹老照片（二）')
    await press('删掉这一条')
    await press('确定删掉')
    await waitFor(() => expect(screen.queryByText('新虹老照片（二）')).toBeNull())
  })

  test('when a resident reads it, then nothing can be changed there', async () => {
    await signInAs('resident')
    show(<Learning />)
    await see('国史网')
    expect(screen.queryByText('加一条')).toBeNull()
    expect(screen.queryByText('修改')).toBeNull()
  })
})

describe('the quiz', () => {
  test('when five options are chosen and handed in, then each is explained, and the day stands in the history', async () => {
    await signInAs('neighbour')
    const { questions } = await (await somebodyElse('neighbour')).call('GET /quiz')
    show(<StudyQuiz />)
    await see('今天的 5 道题')
    await press('还有 5 题')
    await see('还有 5 题没选。')
    for (const { options } of questions) {
      const [first = ''] = options
      for (const choice of await screen.findAllByRole('radio', { name: first }))
        if (choice.getAttribute('aria-checked') !== 'true') choice.click()
    }
    await press('交卷')
    await see('明天 0 点以后有新的题。')
    expect(screen.getAllByText(/^(答对了|正确答案)$/)).toHaveLength(5)
    await press(/答对 \d 题，看讲解/)
    await press('回到今天')
    await see('明天 0 点以后有新的题。')
  })

  test('when somebody has no town yet, then the way to choose one is shown', async () => {
    await signInAsNewcomer()
    show(<StudyQuiz />)
    await press('选居民区')
    expect(await nextScreen()).toBe('/pages/account/area/index')
  })

  test('when nobody is signed in, then the way to sign in is shown', async () => {
    await signOut()
    show(<StudyQuiz />)
    await see('请先登录')
  })
})
