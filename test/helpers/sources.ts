import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import ts from 'typescript'
import { projectRoot } from '../../server/shared/project-root'

const notOurs = new Set(['node_modules', 'dist', 'data', 'coverage', '.git'])

/** Every file of ours below a folder, as a path from the project's root with slashes. */
export function filesIn(folder: string): string[] {
  return readdirSync(path.join(projectRoot, folder), { withFileTypes: true }).flatMap((entry) => {
    const file = path.posix.join(folder, entry.name)
    if (notOurs.has(entry.name) || (entry.name.startsWith('.') && folder === '.')) return []
    return entry.isDirectory() ? filesIn(file) : [file]
  })
}

export const textOf = (file: string): string => readFileSync(path.join(projectRoot, file), 'utf8')
export const isScript = (file: string): boolean => /\.tsx?$/.test(file)

export const treeOf = (file: string): ts.SourceFile => ts.createSourceFile(file, textOf(file), ts.ScriptTarget.Latest, true)

/** All nodes of a file that are of a kind. */
export function nodesOf<T extends ts.Node>(file: string, isKind: (node: ts.Node) => node is T): T[] {
  const found: T[] = []
  const visit = (node: ts.Node) => {
    if (isKind(node)) found.push(node)
    ts.forEachChild(node, visit)
  }
  visit(treeOf(file))
  return found
}

export interface Import {
  readonly from: string
  /** A path from the project's root, without its ending; a package's name for what is not ours. */
  readonly what: string
  readonly isOurs: boolean
  readonly isType: boolean
}

/** What a script imports, `import()` and re-exports too. */
export function importsOf(file: string): Import[] {
  const declared = nodesOf(
    file,
    (node): node is ts.ImportDeclaration | ts.ExportDeclaration => ts.isImportDeclaration(node) || ts.isExportDeclaration(node),
  )
    .filter((node) => node.moduleSpecifier)
    .map((node) => [node.moduleSpecifier as ts.Expression, isTypeOnly(node)] as const)
  const called = nodesOf(file, ts.isCallExpression)
    .filter((node) => node.expression.kind === ts.SyntaxKind.ImportKeyword)
    .map((node) => [node.arguments[0] as ts.Expression, false] as const)
  return [...declared, ...called]
    .filter(([name]) => ts.isStringLiteral(name))
    .map(([name, isType]) => ({ from: file, isType, ...resolve(file, (name as ts.StringLiteral).text) }))
}

function isTypeOnly(node: ts.ImportDeclaration | ts.ExportDeclaration): boolean {
  return ts.isImportDeclaration(node) ? (node.importClause?.isTypeOnly ?? false) : node.isTypeOnly
}

function resolve(file: string, name: string): { what: string; isOurs: boolean } {
  if (name.startsWith('@/')) return { what: `src/${name.slice(2)}`, isOurs: true }
  if (!name.startsWith('.')) return { what: name, isOurs: false }
  return { what: path.posix.join(path.posix.dirname(file), name), isOurs: true }
}

/** The titles of a test file's tests; what is no plain text stands as its source. */
export function titlesOf(file: string): string[] {
  return nodesOf(file, ts.isCallExpression)
    .filter(({ expression }) => /^\(?(test|it)\b/.test(expression.getText()) && !/\.(each|skipIf)$/.test(expression.getText()))
    .flatMap(({ arguments: [title] }) => (title && ts.isStringLiteralLike(title) ? [title.text] : title ? [title.getText()] : []))
}
