const zh = {
  photo: (time: string) => `${time} 拍的照片，点开看大图`,
  hear: (seconds: number) => `听一听 · ${seconds} 秒`,
  voice: '语音',
  waiting: '还在帮手的手机里，有信号就到',
  waitingMine: '还在手机里，有信号就传',
  checking: '正在核对，马上就好',
  gone: '过了半年，照片和语音已经删掉',
  unreadable: '照片暂时打不开，请下拉再看一次。',
};
const en: typeof zh = {
  photo: (time) => `Photo of ${time}, tap to see it large`,
  hear: (seconds) => `Listen · ${seconds} s`,
  voice: 'Voice note',
  waiting: "Still on the helper's phone; it comes with the signal",
  waitingMine: 'Still on this phone; it goes out with the signal',
  checking: 'Being checked, just a moment',
  gone: 'Photos and voice notes are removed after half a year',
  unreadable: 'The photos do not open just now. Pull down to try again.',
};
export const mediaText = { 'zh-CN': zh, en };
