import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { BuildOptions } from 'esbuild';

export interface DeployedFunction {
  readonly name: string;
  /** Its source, from the root. */
  readonly file: string;
}

/** Every function of the deployment, by name, from `config/functions`. */
export function deployedFunctions(): DeployedFunction[] {
  return readdirSync('config/functions').flatMap((file) => {
    const text = readFileSync(join('config/functions', file), 'utf8');
    return [...text.matchAll(/^([a-z-]+):\n\s+handler: (\S+)\.handler$/gm)].map(([, name, path]) => ({
      name: name ?? file,
      file: `${path}.ts`,
    }));
  });
}

/** The settings that the deployment bundles with, from `config/esbuild.yml`: one place says them. */
export function bundleOptions(): BuildOptions {
  const settings = readFileSync('config/esbuild.yml', 'utf8');
  const setting = (name: string): string => {
    const value = new RegExp(`^${name}: (.+)$`, 'm').exec(settings)?.[1];
    if (value === undefined) throw new Error(`config/esbuild.yml lacks ${name}`);
    return value;
  };
  return {
    bundle: true,
    minify: setting('minify') === 'true',
    platform: 'node',
    format: 'esm',
    target: setting('target'),
    mainFields: setting('mainFields')
      .replace(/[[\]\s]/g, '')
      .split(','),
    banner: { js: /js: "(.+)"/.exec(settings)?.[1] ?? '' },
    charset: setting('charset') as 'utf8',
    outExtension: { '.js': setting('outputFileExtension') },
    logLevel: 'error',
  };
}
