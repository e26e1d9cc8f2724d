const zh = {
  hello: (name: string, part: string) => `${name}，${part}`,
  nobody: '今天没有人来',
  company: '找人聊聊',
  help: '找人帮忙',
  sos: '紧急求助',
  asked: '已经去找人了，有人答应会告诉您',
  what: '想找人做什么？',
  sosAsk: '要拨打 120 急救电话吗？',
  yes: '拨打',
  no: '不用',
};
const en: typeof zh = {
  hello: (name, part) => `${part}, ${name}`,
  nobody: 'Nobody comes today',
  company: 'Some company',
  help: 'Find help',
  sos: 'Emergency',
  asked: 'People are being asked; you will hear who comes',
  what: 'What do you need?',
  sosAsk: 'Call 120, the ambulance?',
  yes: 'Call',
  no: 'No',
};
export const elderModeText = { 'zh-CN': zh, en };
