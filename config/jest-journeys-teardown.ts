import { rmSync } from 'node:fs';

const teardown = async (): Promise<void> => {
  if (process.env.NUANLIN_COUNTY) rmSync(process.env.NUANLIN_COUNTY, { recursive: true, force: true });
};

export default teardown;
