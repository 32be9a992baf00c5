import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';
import { firstScreen } from './first-screen.ts';

const server = 'http://localhost:5080';

export default defineConfig({
  plugins: [react(), firstScreen()],
  build: {
    outDir: '../Bellwether.Web/wwwroot',
    emptyOutDir: true,
    assetsInlineLimit: 0,
    target: 'es2022',
  },
  server: {
    // Anchored, because a plain "/p" would also catch the pages /plan and /playbook.
    proxy: {
      '^/(api|account|health|openapi)(/|$|\\?)': { target: server },
      '^/(p|l|t)/': { target: server },
    },
  },
  test: {
    environment: 'jsdom',
    setupFiles: ['src/shared/testing/setup.ts'],
    restoreMocks: true,
    // One page for all files: each leaves it clean, and making 44 of them took longer than the tests.
    pool: 'threads',
    isolate: false,
    testTimeout: 30_000,
  },
});
