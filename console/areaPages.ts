import type { Plugin } from 'vite';

/** The part of what the build tells of a file that is needed here. */
interface Chunk {
  type: 'chunk';
  fileName: string;
  imports: string[];
  facadeModuleId: string | null;
  viteMetadata?: { importedCss: Set<string> };
}

/**
 * Beside index.html a page for each area, `incidents.html`, that names the files of that area too: the browser asks for
 * them at once, and not when one script after the other has told it of the next.
 */
export function areaPages(): Plugin {
  return {
    name: 'area-pages',
    apply: 'build',
    enforce: 'post',
    generateBundle: {
      // After the plugin that writes index.html.
      order: 'post',
      handler(_options, bundle) {
        const files = bundle as unknown as Record<string, Chunk | { type: 'asset'; source: string | Uint8Array }>;
        const index = files['index.html'];
        if (index?.type !== 'asset') {
          this.error('there is no index.html');
        }
        const page = String(index.source);
        for (const chunk of Object.values(files)) {
          const area = chunk.type === 'chunk' && /\/src\/pages\/([^/]+)\/index\.tsx$/.exec(chunk.facadeModuleId ?? '')?.[1];
          if (area) {
            const named = links(files, chunk as Chunk).filter((link) => !page.includes(link.slice(link.indexOf('/assets/'))));
            this.emitFile({ type: 'asset', fileName: `${area}.html`, source: page.replace('</head>', `${named.join('')}</head>`) });
          }
        }
      },
    },
  };
}

function links(files: Record<string, { type: string }>, chunk: Chunk, seen = new Set<string>()): string[] {
  if (seen.has(chunk.fileName)) {
    return [];
  }
  seen.add(chunk.fileName);
  const styles = [...(chunk.viteMetadata?.importedCss ?? [])].filter((file) => !seen.has(file));
  styles.forEach((file) => seen.add(file));
  return [
    `  <link rel="modulepreload" crossorigin href="/${chunk.fileName}">\n  `,
    ...styles.map((file) => `  <link rel="preload" as="style" crossorigin href="/${file}">\n  `),
    ...chunk.imports.flatMap((file) => links(files, files[file] as Chunk, seen)),
  ];
}
