import type { Db } from '../../database/connect'
import type { ReceivedFile } from '../../plugins/uploads'
import { unreadable } from '../../shared/table-bounds'
import { type Fault, faultAt, mostTold } from '../../shared/table-rows'
import { type FigureRow, figureRows } from './figure-file'
import { type ImportKey, type ReadResult, type StagedRow, stageRows } from './queries-imports'
import { type Frame, RowReader } from './rules-file-row'
import type { UnitFinder } from './rules-file-unit'

/** A file that is to be read. */
export interface ReadJob extends ImportKey {
  readonly file: ReceivedFile
  readonly frame: Frame
  readonly finder: UnitFinder
}

/** Rows go to the database so many at once: each statement is short, and others have their turn between two. */
const batchRows = 1000

/** The reading was given up, here or by whoever thought that it had died. */
class Interrupted extends Error {}

/** A file on its way into the database: rows that are right are put aside, as long as all are. */
export class Reading {
  private batch: StagedRow[] = []
  private rows = 0
  private faultCount = 0
  private readonly faults: Fault[] = []
  private readonly reader: RowReader
  /** By period and unit, where it was written. */
  private readonly lines = new Map<string, Map<string, number>>()

  constructor(
    private readonly db: Db,
    private readonly job: ReadJob,
    private readonly now: () => Date,
    private readonly signal: AbortSignal,
  ) {
    this.reader = new RowReader(job.frame)
  }

  /** Reads all of it. Throws a TableFault when it is no table, Interrupted when it is given up. */
  async run(): Promise<ReadResult> {
    const { file, frame } = this.job
    for await (const row of figureRows(file, frame.board, frame.period !== undefined)) {
      if (!this.reader.saysSomething(row)) continue
      this.take(row)
      if (this.rows % batchRows === 0) await this.flush()
    }
    if (this.rows === 0) throw unreadable('一个单位的数也没有填，请填好再上传。')
    await this.flush()
    return { rows: this.rows, faults: this.faults, faultCount: this.faultCount }
  }

  private take(row: FigureRow): void {
    this.rows += 1
    const read = this.judge(row)
    if (Array.isArray(read)) this.tell(row.line, read)
    else this.batch.push(read)
  }

  /** What the row says, or everything that is wrong with it. */
  private judge(row: FigureRow): StagedRow | string[] {
    const read = this.reader.read(row)
    const unit = this.job.finder.find(row.unit, row.name)
    if (typeof unit === 'string') return [unit, ...(Array.isArray(read) ? read : [])]
    if (Array.isArray(read)) return read
    const earlier = this.earlierLine(read.period, unit.unitCode, row.line)
    if (earlier !== undefined) return [`“${unit.name}”的 ${read.period} 在第 ${earlier} 行已经写过了`]
    return { ...read, unitCode: unit.unitCode, line: row.line }
  }

  private tell(line: number, faults: readonly string[]): void {
    this.faultCount += faults.length
    this.faults.push(...faults.slice(0, mostTold - this.faults.length).map((fault) => faultAt(line, fault)))
  }

  private earlierLine(period: string, unitCode: string, line: number): number | undefined {
    const lines = this.lines.get(period) ?? new Map<string, number>()
    this.lines.set(period, lines)
    const earlier = lines.get(unitCode)
    if (earlier === undefined) lines.set(unitCode, line)
    return earlier
  }

  private async flush(): Promise<void> {
    if (this.signal.aborted) throw new Interrupted()
    const rows = this.faultCount > 0 ? [] : this.batch
    this.batch = []
    if (!(await stageRows(this.db, this.job, rows, this.rows, this.now()))) throw new Interrupted()
  }
}
