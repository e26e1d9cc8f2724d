import { builtPages } from './h5-build';

/** Builds the pages for the browser when their sources changed, as `npm start` does. */
builtPages({
  onStart: () => process.stdout.write('building dist/h5 …\n'),
  started: (stop) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void stop());
  },
}).then(
  (folder) => process.stdout.write(`${folder} is up to date\n`),
  (error: Error) => {
    process.stderr.write(`${error.message}\n`);
    process.exit(1);
  },
);
