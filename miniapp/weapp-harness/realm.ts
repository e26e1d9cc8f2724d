import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { type Context, createContext, runInContext, Script } from 'node:vm';

/** A JavaScript world like WeChat's: no `window`, no `fetch`, no `URL`, no code from strings, and `require` of files. */
export interface Realm {
  /** Runs a file of the mini-program once, as WeChat's `require` does. */
  readonly require: (file: string) => unknown;
  readonly parse: (json: string) => unknown;
}

type Wrapped = (require: (id: string) => unknown, module: { exports: unknown }, exports: unknown) => void;
const scripts = new Map<string, Script>();

function scriptOf(path: string): Script {
  const known = scripts.get(path);
  if (known !== undefined) return known;
  const source = readFileSync(path, 'utf8');
  const script = new Script(`(function (require, module, exports) {${source}\n})`, { filename: path });
  scripts.set(path, script);
  return script;
}

export function createRealm(dist: string, globals: Record<string, unknown>): Realm {
  const context: Context = createContext(globals, { codeGeneration: { strings: false, wasm: false } });
  runInContext('var global = this;', context);
  const modules = new Map<string, { exports: unknown }>();
  const load = (file: string): unknown => {
    const path = join(dist, file.endsWith('.js') ? file : `${file}.js`);
    const known = modules.get(path);
    if (known !== undefined) return known.exports;
    const module = { exports: {} as unknown };
    modules.set(path, module);
    const run = scriptOf(path).runInContext(context) as Wrapped;
    run((id) => load(join(dirname(file), id)), module, module.exports);
    return module.exports;
  };
  const parse = runInContext('(function (json) { return JSON.parse(json); })', context) as Realm['parse'];
  return { require: load, parse };
}
