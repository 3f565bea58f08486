import { writeFile } from 'node:fs/promises'
import path from 'node:path'
import { projectRoot } from '../shared/project-root'
import { openapiText } from './openapi-text'
import { tablesText } from './tables-text'

/** `npm run generate`: writes the files that are made from the contract and the migrations. A test fails when they are stale. */
await writeFile(path.join(projectRoot, 'server/database/tables.ts'), await tablesText())
await writeFile(path.join(projectRoot, 'docs/openapi.json'), await openapiText())
