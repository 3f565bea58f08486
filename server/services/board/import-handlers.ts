import type { Foundation } from '../../foundation'
import { receiveFile } from '../../plugins/uploads'
import { acceptImport, mustBeReady } from './accept-import'
import { getRanking, staffOf } from './access'
import { fileMegabytes } from './figure-file'
import { beginImport, getFileBoard, getImport, importOf, readImportOf } from './import-file'
import type { ImportReader } from './import-reader'
import { previewImport } from './preview-import'
import type { BoardFileHandlers } from './routes'
import { templateOf } from './template'
import { createUnitCodes } from './unit-code'

/** So long a call waits for its file to be read; a larger one is read on. */
const patience = 8000

/** Figures that come in files. */
export function importHandlers({ keys, photoSigner: signer }: Foundation, reader: ImportReader): BoardFileHandlers {
  const codes = createUnitCodes(keys.board)
  return {
    'GET /boards/:code/template': async ({ db, person, params, query, now, reply }) => {
      const { facts } = await getFileBoard(db, staffOf(person, now), params.code, query.period)
      reply.header('content-disposition', `attachment; filename="${[facts.code, query.period].filter(Boolean).join('-')}.xlsx"`)
      return (await templateOf(db, facts, query.period, codes)) as unknown as string
    },
    'POST /boards/:code/imports': async ({ db, person, params, query, now, request, write }) => {
      const staff = staffOf(person, now)
      const board = await getFileBoard(db, staff, params.code, query.period)
      const file = await receiveFile(request, fileMegabytes)
      const id = await beginImport({ db, write }, staff, { board, period: query.period, file }, reader, codes)
      const refusal = await reader.refusal(id, patience)
      if (refusal) throw refusal
      return readImportOf(db, await getImport(db, staff, params.code, id))
    },
    'GET /boards/:code/imports/:id': async ({ db, person, params, now }) =>
      importOf(db, await getImport(db, staffOf(person, now), params.code, params.id)),
    'GET /boards/:code/imports/:id/preview': async ({ db, person, params, query, now }) => {
      const staff = staffOf(person, now)
      mustBeReady(await getImport(db, staff, params.code, params.id))
      const board = await getRanking(db, staff.townCode, params.code)
      return previewImport(db, staff, board, { id: params.id, period: query.period }, { ...query, codes, signer, now })
    },
    'POST /boards/:code/imports/:id/acceptance': ({ person, params, now, write }) =>
      write((tx) => acceptImport(tx, staffOf(person, now), params.code, params.id)),
  }
}
