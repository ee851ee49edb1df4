// Words that several screens share: names of icons and small actions.
export const ICON_WORDS = {
  success: '成功',
  error: 'エラー',
  warning: '警告',
  info: 'お知らせ',
} as const;
export const letters = (count: number, limit: number) => `${count}字（${limit}字まで）`;
export const lettersOver = (over: number) => `${over}字多くなっています。短くしてください`;
