const needed = (name: string): string => {
  const value = process.env[name];
  if (!value) throw new Error(`the environment lacks ${name}`);
  return value;
};

/**
 * Stands in for `@aws-sdk/credential-provider-node` in the bundles (config/esbuild.yml). Lambda gives a function its
 * credentials in the environment and nowhere else, so the ways by profile, single sign-on and instance metadata are
 * left out: a quarter of each bundle.
 */
export const defaultProvider = () => async () => {
  const sessionToken = process.env.AWS_SESSION_TOKEN;
  return {
    accessKeyId: needed('AWS_ACCESS_KEY_ID'),
    secretAccessKey: needed('AWS_SECRET_ACCESS_KEY'),
    ...(sessionToken ? { sessionToken } : {}),
  };
};
