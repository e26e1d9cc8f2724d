/** What a function cannot do without; a deployment that lacks it fails at once and by name. */
export const needed = (name: string): string => {
  const value = process.env[name];
  if (!value) throw new Error(`the environment lacks ${name}`);
  return value;
};
