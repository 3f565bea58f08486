import { conflict, notFound, unfit } from '../../errors'

export const noSuchItem = () => notFound('learning-item-unknown', '没有这一条，或者不归您管。')
export const linkThere = () => conflict('learning-link-there', '这个链接已经在列表里了。')
export const blankTitle = () => unfit('learning-title-blank', '请写标题。', 'body/title')

export const noTown = () => conflict('quiz-no-town', '先选好您的居民区，就能答题了。')
export const noQuiz = () => notFound('quiz-none', '您的街镇还没有每日答题。')
export const noSuchQuiz = () => notFound('quiz-unknown', '这一天没有答过题。')
export const quizOver = () => conflict('quiz-over', '这是另一天的题，请打开今天的。')
export const quizDone = () => conflict('quiz-done', '今天的题已经答过了，明天再来。')
export const quizChanged = () => conflict('quiz-changed', '题目刚刚更新了，请重新打开再答。')
export const noSuchOption = (at: number) => unfit('quiz-option', '没有这个选项，请再选一次。', `body/answers/${at}/option`)
