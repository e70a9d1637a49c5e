import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import { elements } from './elements.ts';

export default defineConfig({
  plugins: [elements],
  resolve: { alias: { '@': fileURLToPath(new URL('src', import.meta.url)) } },
  test: {
    environment: 'jsdom',
    include: ['{src,test}/**/*.test.{ts,tsx}'],
    // As in the build, where the libraries' elements are made by ours too.
    server: { deps: { inline: [/@mantine\//, /react-markdown/, /@xyflow\//] } },
    setupFiles: ['test/setup.ts'],
    // On a busy machine a test is slow, not wrong.
    testTimeout: 30_000,
  },
});
