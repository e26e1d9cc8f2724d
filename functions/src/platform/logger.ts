type Facts = Readonly<Record<string, unknown>>;

const write = (level: 'INFO' | 'WARN' | 'ERROR', message: string, facts: Facts): void => {
  const line = { level, message, service: 'nuanlin', timestamp: new Date().toISOString(), ...facts };
  process.stdout.write(`${JSON.stringify(line)}\n`);
};

/** Structured lines with ids, codes and durations only: personal data never enters a log. */
export const logger = {
  info: (message: string, facts: Facts): void => write('INFO', message, facts),
  warn: (message: string, facts: Facts): void => write('WARN', message, facts),
  error: (message: string, facts: Facts): void => write('ERROR', message, facts),
};
