const zh = {
  open: '身体情况',
  title: (name: string) => `${name}的身体情况`,
  none: '还没有量过',
  noneNote: '帮手上门时量的血压、血糖、体重和看到的心情，都会画在这里。',
  mood: '心情',
  moods: { happy: '愉快', calm: '平静', low: '低落', unwell: '不舒服' },
  tap: '点一个点，看那一次是多少。',
  band: '浅色的一条，是平时的范围。',
  reading: (when: string, value: string, unit: string) => `${when}　${value} ${unit}`,
  far: '比平时差得多',
  see: '看那次到访',
  chart: (label: string, count: number) => `${label}，最近 ${count} 次`,
  notice: '这里只说和平时比怎么样，不是诊断。觉得不对劲，请问医生；急的时候打 120。',
};
const en: typeof zh = {
  open: 'Health over time',
  title: (name) => `How ${name} has been`,
  none: 'Nothing measured so far',
  noneNote: 'What helpers measure at their visits, and the moods they see, is drawn here.',
  mood: 'Mood',
  moods: { happy: 'happy', calm: 'calm', low: 'low', unwell: 'unwell' },
  tap: 'Tap a dot to see that reading.',
  band: 'The pale band is the usual range.',
  reading: (when, value, unit) => `${when}　${value} ${unit}`,
  far: 'far from usual',
  see: 'See that visit',
  chart: (label, count) => `${label}, the last ${count}`,
  notice:
    'This only compares with the usual and is no diagnosis. If in doubt ask a doctor; in an emergency call 120.',
};
export const healthText = { 'zh-CN': zh, en };
