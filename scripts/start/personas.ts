import * as z from 'zod';
import type { Stack } from './stack';

const personas = z.object({ personas: z.array(z.object({ persona: z.string(), name: z.string() })) });

/** The one line that says that everything runs, where, and who one can be. */
export const readyLine = async (stack: Stack): Promise<string> => {
  const reply = await fetch(`${stack.apiUrl}/api/session/personas`);
  const who = personas.parse(await reply.json()).personas.map(({ persona, name }) => `${name} (${persona})`);
  return `✔ 暖邻已就绪 Nuanlin is ready: ${stack.url}  可以成为 be ${who.join(' · ')}`;
};
