import { fileURLToPath } from 'node:url';

const here = (runtime: string) => fileURLToPath(new URL(`src/elements/${runtime}.ts`, import.meta.url));

/** Has every element, the libraries' too, be made by src/elements, which lets no text from outside deceive anybody. */
export const elements = {
  name: 'acso-elements',
  enforce: 'pre' as const,
  resolveId(source: string, importer: string | undefined) {
    const ours = /^react\/(jsx-runtime|jsx-dev-runtime)$/.exec(source)?.[1];
    return ours && importer !== here(ours) ? here(ours) : undefined;
  },
};
