import { createContext } from 'react';

/** Whether a field stands in a sheet: WeChat wants to know of a text area that it is in something fixed. */
export const InSheet = createContext(false);
