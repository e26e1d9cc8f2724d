import type { ReactNode } from 'react';
import './platform/client';
import './app.scss';

/** The mini-program. Importing the client first sets zod up for WeChat's engine. */
export default function App({ children }: { readonly children?: ReactNode }) {
  return children;
}
