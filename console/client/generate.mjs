// Writes src/api/schema.ts from docs/api/openapi.json. Its first line names the description that it was made from:
// by that a test knows whether it is current, without node.
import { createHash } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import openapiTS, { astToString } from 'openapi-typescript';

const source = new URL('../../docs/api/openapi.json', import.meta.url);
const target = new URL('../src/api/schema.ts', import.meta.url);

const description = await readFile(source);
const hash = createHash('sha256').update(description).digest('hex');
const types = astToString(await openapiTS(JSON.parse(description), { alphabetize: true }));

await writeFile(target, `// made by 'npm run client' of openapi.json, sha256 ${hash}\n${types}`);
