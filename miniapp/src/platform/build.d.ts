/** Where the API is, fixed when the mini-program is built (`config/index.ts`). Empty in the browser. */
declare const API_BASE: string;

/** The browser's address; only `live-url.ts` asks for it, and only where API_BASE is empty. */
declare const location: { readonly origin: string };

/** The path of every page in `pages/`, found when building (`config/index.ts`). */
declare const PAGES: readonly string[];

/** The account's template for alerts, fixed when built; empty where there is none, and then nobody is asked. */
declare const ALERT_TEMPLATE: string;
