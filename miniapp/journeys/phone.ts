import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { type Browser, chromium, type Page } from 'playwright-core';

const executablePath = process.env.CHROMIUM_PATH ?? '/usr/bin/chromium';
const figures = join(__dirname, '../../docs/figures');
const PATIENCE_MILLIS = 30_000;

/** A phone in somebody's hand: what it shows, and what a thumb can do. */
export interface Phone {
  readonly page: Page;
  /** Waits until a text is on the screen. */
  see(text: string | RegExp): Promise<void>;
  /** Taps the first thing that says this. */
  tap(text: string | RegExp): Promise<void>;
  /** Presses the button that says exactly this, where a heading or a tab says it too. */
  press(name: string): Promise<void>;
  /** Twice in a moment, as a thumb in a mitten does. */
  pressTwice(name: string): Promise<void>;
  tapTwice(text: string | RegExp): Promise<void>;
  /** Taps in the sheet that lies over the page. */
  tapInSheet(text: string | RegExp): Promise<void>;
  /** Writes into the field with this label. */
  write(label: string, text: string): Promise<void>;
  /** Opens a page by its name, as a shared link does. */
  visit(page: string): Promise<void>;
  /** Everything that can be read now. */
  text(): Promise<string>;
  /** Scrolls the page to its beginning. */
  toTop(): Promise<void>;
  /** Keeps the screen under docs/figures. */
  keep(name: string): Promise<void>;
  /** What the page complained about in the console; a journey ends with none. */
  readonly complaints: readonly string[];
}

/** Where a phone is, when it says so at all. */
export interface Whereabouts {
  readonly latitude: number;
  readonly longitude: number;
}

interface Phones {
  /** A phone without whereabouts gives no position when it is asked. */
  open(url: string, whereabouts?: Whereabouts): Promise<Phone>;
  close(): Promise<void>;
}

/**
 * Chromium with windows of 390×844, each with a storage of its own, as two people have two phones. With `camera` each
 * has a microphone that beeps and a camera that shows a moving picture, and nobody is asked whether they may be used.
 */
export async function startPhones({ camera = false } = {}): Promise<Phones> {
  if (!existsSync(executablePath))
    throw new Error('Chromium is missing: apt-get install chromium fonts-noto-cjk, or set CHROMIUM_PATH');
  const browser: Browser = await chromium.launch({
    executablePath,
    // Without a UTF-8 locale Chromium cannot write a Chinese file name and calls every download "download".
    env: { ...process.env, LC_ALL: 'C.UTF-8' } as Record<string, string>,
    args: [
      '--headless',
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      ...(camera ? ['--use-fake-device-for-media-stream', '--use-fake-ui-for-media-stream'] : []),
    ],
  });
  return {
    open: async (url, whereabouts) => phoneOf(await newPage(browser, whereabouts), url),
    close: () => browser.close(),
  };
}

const newPage = async (browser: Browser, whereabouts?: Whereabouts): Promise<Page> => {
  const context = await browser.newContext({
    viewport: { width: 390, height: 844 },
    deviceScaleFactor: 1.5,
    isMobile: true,
    hasTouch: true,
    locale: 'zh-CN',
    ...(whereabouts ? { geolocation: whereabouts, permissions: ['geolocation'] } : {}),
  });
  const page = await context.newPage();
  page.setDefaultTimeout(PATIENCE_MILLIS);
  return page;
};

async function phoneOf(page: Page, url: string): Promise<Phone> {
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(error.message));
  await page.goto(url);
  // Pages below the top one stay in the document, hidden: only what is visible counts.
  const visible = (text: string | RegExp) => page.getByText(text).filter({ visible: true }).first();
  const button = (name: string) =>
    page.getByRole('button', { name, exact: true }).filter({ visible: true }).first();
  return {
    page,
    complaints,
    see: (text) => visible(text).waitFor(),
    tap: async (text) => {
      await visible(text).click();
    },
    press: async (name) => {
      await button(name).click();
    },
    pressTwice: async (name) => {
      await button(name).dblclick();
    },
    tapTwice: async (text) => {
      await visible(text).dblclick();
    },
    tapInSheet: async (text) => {
      await page.getByRole('dialog').filter({ visible: true }).getByText(text).first().click();
    },
    write: async (label, text) => {
      await page.getByLabel(label, { exact: true }).filter({ visible: true }).first().fill(text);
    },
    visit: async (name) => {
      await page.goto(`${url}/#/pages/${name}/index`);
    },
    text: () => page.locator('body').innerText(),
    toTop: async () => {
      // Whatever scrolls, the window or a part of the page.
      await page.evaluate(
        "for (const each of [document.scrollingElement, ...document.querySelectorAll('*')]) if (each && each.scrollTop > 0) each.scrollTop = 0",
      );
    },
    keep: async (name) => {
      mkdirSync(figures, { recursive: true });
      // A toast or a pressed state would otherwise be part of the picture.
      await page.waitForTimeout(600);
      await page.locator('.taro__toast > :last-child').waitFor({ state: 'hidden' });
      await page.screenshot({ path: join(figures, `${name}.png`) });
    },
  };
}
