import type { Plugin } from 'vite';

const USED = /@mantine\/core\/esm\/components\/.*\/(\w+)\.module\.mjs$/;
const LISTED = /@mantine\/core\/styles\/([A-Z]\w+)\.layer\.css$/;

/** Keeps `src/theme/library.ts` true: a component whose styles are not listed there would be drawn without any. */
export function libraryStyles(): Plugin {
  return {
    name: 'library-styles',
    apply: 'build',
    generateBundle(_options, bundle) {
      const used = named(USED, Object.values(bundle).flatMap((file) => (file.type === 'chunk' ? Object.keys(file.modules) : [])));
      const listed = named(LISTED, [...this.getModuleIds()]);
      const missing = [...used].filter((name) => !listed.has(name));
      const idle = [...listed].filter((name) => !used.has(name));
      if (missing.length > 0) {
        this.error(`src/theme/library.ts lacks the styles of ${missing.join(', ')}`);
      }
      if (idle.length > 0) {
        this.warn(`src/theme/library.ts has styles that nothing uses any more: ${idle.join(', ')}`);
      }
    },
  };
}

function named(pattern: RegExp, ids: string[]): Set<string> {
  return new Set(ids.flatMap((id) => pattern.exec(id)?.[1] ?? []));
}
