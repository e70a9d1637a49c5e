import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { compression } from 'vite-plugin-compression2';
import { areaPages } from './areaPages.ts';
import { elements } from './elements.ts';
import { libraryStyles } from './libraryStyles.ts';

// In development `npm run dev` shows the console of a running platform, as its owner:
// ACSO_SERVER is its address, ACSO_DATA_DIR its data directory, whose token is sent along.
const server = process.env.ACSO_SERVER ?? 'http://127.0.0.1:7443';
const tokenFile = `${process.env.ACSO_DATA_DIR ?? '../acso-data'}/token`;
const token = existsSync(tokenFile) ? readFileSync(tokenFile, 'ascii').trim() : undefined;

const proxied = {
  target: server,
  changeOrigin: true,
  ws: true,
  // The platform answers a live connection only from pages of its own.
  headers: { Origin: server, ...(token && { Authorization: `Bearer ${token}` }) },
};

export default defineConfig({
  plugins: [elements, react(), areaPages(), libraryStyles(), compression({ include: /\.(js|css|svg)$/, threshold: 1024, algorithms: ['gzip', 'brotliCompress'] })],
  resolve: { alias: { '@': fileURLToPath(new URL('src', import.meta.url)) } },
  build: {
    emptyOutDir: true,
    // A data: URL would need a wider content security policy than 'self'.
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 1600,
    rolldownOptions: {
      output: {
        // Else each part that two pages share is a file of its own, and a page asks for forty.
        codeSplitting: {
          groups: [
            { name: 'base', test: /node_modules[\\/](react|react-dom|scheduler|react-router|@tanstack[\\/](query-core|react-query))[\\/]/ },
            { name: 'parts', test: /src[\\/](parts[\\/][^\\/]+$|api|live|identity)|@mantine[\\/](core|hooks)|@tabler|@floating-ui/, minShareCount: 3 },
            { name: 'table', test: /src[\\/]parts[\\/]table|@tanstack[\\/](react-virtual|virtual-core)/, includeDependenciesRecursively: false },
          ],
        },
      },
    },
  },
  server: {
    proxy: {
      '/api': proxied,
      '/identity': proxied,
      '/webauthn': proxied,
      '/login': proxied,
      '/oauth2': proxied,
      '/actuator': proxied,
    },
  },
});
