import { zipEntries } from './zip';

const bundleLimit = 400 * 1024;

/** What a function reads from its own package. */
const filesBeside: Readonly<Record<string, readonly string[]>> = {
  about: ['docs/openapi.json'],
  documents: [
    'node_modules/harfbuzzjs/dist/harfbuzz-subset.wasm',
    'node_modules/@expo-google-fonts/noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf',
    'node_modules/@expo-google-fonts/noto-sans-sc/700Bold/NotoSansSC_700Bold.ttf',
  ],
};

interface Statement {
  readonly Action: string | readonly string[];
  readonly Resource: unknown;
}
interface Resource {
  readonly Type: string;
  readonly Properties: {
    readonly FunctionName?: string;
    readonly Role?: { readonly 'Fn::GetAtt': readonly [string, string] };
    readonly Policies?: readonly { readonly PolicyDocument: { readonly Statement: readonly Statement[] } }[];
  };
}

export interface Findings {
  readonly bundles: readonly { readonly name: string; readonly kilobytes: number }[];
  readonly faults: readonly string[];
}

/** Indexes that a role may query; a query that the role forbids would only fail in the cloud. */
const indexesOf = (role: Resource | undefined): Set<string> => {
  const text = JSON.stringify(role?.Properties.Policies ?? []);
  return new Set([...text.matchAll(/\/index\/(by[A-Z]\w+)/g)].map((match) => match[1] as string));
};

const indexesIn = (code: string): Set<string> =>
  new Set([...code.matchAll(/\bindex:"(by[A-Z]\w+)"/g)].map((match) => match[1] as string));

/** What is wrong with a package that could still be deployed: a missing or heavy bundle, a role too narrow, a region fixed. */
export const packageFindings = (
  template: string,
  archiveOf: (name: string) => Buffer | undefined,
): Findings => {
  const resources = Object.entries(
    (JSON.parse(template) as { Resources: Record<string, Resource> }).Resources,
  );
  const faults: string[] = [];
  const bundles: { name: string; kilobytes: number }[] = [];
  if (/"arn:aws:|\.amazonaws\.com\//.test(template)) {
    faults.push('the template names a partition; China is arn:aws-cn and amazonaws.com.cn');
  }
  for (const [, { Type, Properties }] of resources) {
    if (Type !== 'AWS::Lambda::Function') continue;
    const name = Properties.FunctionName?.replace(/^nuanlin-[a-z]+-/, '') ?? '';
    const archive = archiveOf(name);
    const files = archive === undefined ? [] : zipEntries(archive);
    const bundle = files.find((entry) => entry.name.endsWith('.mjs'));
    if (bundle === undefined) {
      faults.push(`${name} has no bundle`);
      continue;
    }
    bundles.push({ name, kilobytes: bundle.content.length / 1024 });
    if (bundle.content.length > bundleLimit) faults.push(`${name} is larger than ${bundleLimit / 1024} KB`);
    for (const beside of filesBeside[name] ?? []) {
      if (!files.some((entry) => entry.name === beside)) faults.push(`${name} lacks ${beside}`);
    }
    const roleId = Properties.Role?.['Fn::GetAtt'][0];
    const role = resources.find(([id]) => id === roleId)?.[1];
    if (role === undefined) faults.push(`${name} has no role of its own`);
    const allowed = indexesOf(role);
    for (const index of indexesIn(bundle.content.toString('utf8'))) {
      if (!allowed.has(index)) faults.push(`${name} queries ${index}, which ${roleId} does not allow`);
    }
  }
  return { bundles, faults };
};
