import { useDidShow, useLaunch } from '@tarojs/taro';
import type { ReactNode } from 'react';
import './platform/client';
import './app.scss';
import { outbox, startOutbox } from './platform/outbox/outbox';

/** The mini-program. Importing the client first sets zod up for WeChat's engine. */
export default function App({ children }: { readonly children?: ReactNode }) {
  useLaunch(startOutbox);
  useDidShow(() => void outbox.flush());
  return children;
}
