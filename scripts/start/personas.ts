import { listPersonas } from '@shared/identity/identity.contract';
import type { Stack } from './stack';

/** The one line that says that everything runs, where, and who one can be. */
export const readyLine = async (stack: Stack): Promise<string> => {
  const reply = await fetch(`${stack.apiUrl}${listPersonas.path}`);
  const { personas } = listPersonas.reply.parse(await reply.json());
  const who = personas.map(({ nameZh, persona }) => `${nameZh} (${persona})`).join(' · ');
  return `✔ 暖邻已就绪 Nuanlin is ready: ${stack.url}  可以成为 be ${who}`;
};
