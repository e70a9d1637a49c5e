import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { compression } from 'vite-plugin-compression2';
import { elements } from './elements.ts';

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
  plugins: [elements, react(), compression({ include: /\.(js|css|svg)$/, threshold: 1024, algorithms: ['gzip', 'brotliCompress'] })],
  resolve: { alias: { '@': fileURLToPath(new URL('src', import.meta.url)) } },
  build: {
    emptyOutDir: true,
    // A data: URL would need a wider content security policy than 'self'.
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 1600,
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
